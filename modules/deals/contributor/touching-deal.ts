import type { Tx } from "@/infra/db/db";
import { type Actor, personIdOr } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import type { Deal } from "../domain/state/deal";
import { handlesHeldBy, shareDeal } from "../repository/contributors";
import { findDeal } from "../repository/deal";

/**
 * A deal that touches the acting person: its contributors had notice, and the person owns a proved handle on its platform.
 * Throws NOT_FOUND otherwise. With `tx` the deal's state is locked until the transaction ends.
 */
export async function touchingDeal(
  actor: Actor,
  dealId: string,
  at: Date,
  tx?: Tx,
): Promise<{ deal: Deal; personId: string }> {
  const personId = personIdOr(actor, () => notFound("deal"));
  if (tx !== undefined) await shareDeal(tx, dealId);
  const deal = tx === undefined ? await findDeal(dealId) : await findDeal(dealId, tx);
  if (deal === null || deal.noticedAt === null) throw notFound("deal");
  const handles = await handlesHeldBy(personId, at, tx);
  if (!handles.some((handle) => handle.platformId === deal.platformId)) throw notFound("deal");
  return { deal, personId };
}
