import type { z } from "zod";
import type { Tx } from "@/infra/db/db";
import { notFound } from "@/kernel/errors";
import { platformOf } from "../platforms/platforms";
import { findHandleWithProofs, heldByOthers } from "../repository/handles";
import type { Handle } from "../schema";
import { handleWire } from "../wire";

/** A person's own handle as it travels; another's is not there. */
export async function describeHandle(
  id: string,
  personId: string,
  now: Date,
  tx?: Tx,
): Promise<z.input<typeof Handle>> {
  const handle = await findHandleWithProofs(id, tx);
  if (handle === null || handle.personId !== personId) throw notFound("handle");
  const heldByAnother = (await heldByOthers([handle], tx)).has(id);
  return handleWire(handle, (await platformOf(handle.platformId)) ?? undefined, { now, heldByAnother });
}
