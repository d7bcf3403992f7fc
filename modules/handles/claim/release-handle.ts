import type { Tx } from "@/infra/db/db";
import type { DomainEvent } from "@/infra/events/events";
import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import { DomainError, notFound } from "@/kernel/errors";
import { HandleEvents } from "../events";
import {
  allHandlesOf,
  endPeriod,
  findHandle,
  type HandleRow,
  lockSeat,
  runningPeriod,
  setHandleState,
} from "../repository/handles";
import { Handle, HandleRef } from "../schema";
import { describeHandle } from "./describe-handle";

/**
 * Lets a handle go, or drops a claim that was never proved. From then on its new money is unclaimed and the terms set for
 * it no longer count; what was paid or owed before stays. The same person may claim and prove it again.
 */
export const releaseHandle = command({
  name: "works.release_handle",
  scope: "works:write",
  stepUp: true,
  input: HandleRef,
  output: Handle,
  async run({ tx, actor, now }, { handleId }) {
    const personId = requirePerson(actor);
    const seen = await findHandle(handleId, tx);
    if (seen === null || seen.personId !== personId) throw notFound("handle");
    const { was, events } = await letGo(tx, seen, now);
    return {
      value: await describeHandle(handleId, personId, now, tx),
      events,
      audit: { subject: handleId, detail: { platformId: seen.platformId, name: seen.name, was } },
    };
  },
});

/** Ends the hold of a handle under its seat's lock. Throws HANDLE_DISPUTED; one that was closed before stays as it is. */
export async function letGo(
  tx: Tx,
  seen: HandleRow,
  now: Date,
): Promise<Readonly<{ was: HandleRow["state"]; events: readonly DomainEvent[] }>> {
  await lockSeat(tx, seen.platformId, seen.name);
  const { id: handleId, platformId, name, personId, state } = (await findHandle(seen.id, tx)) ?? seen;
  if (state === "disputed")
    throw new DomainError(
      "HANDLE_DISPUTED",
      "Two people have proved this handle. An operator has to decide first. Write to us if you give it up.",
      { detail: { because: "dispute_open", handleId } },
    );
  if (state !== "pending" && state !== "verified") return { was: state, events: [] };
  if (state === "verified") {
    const period = await runningPeriod(tx, platformId, name);
    if (period !== null) await endPeriod(tx, period, now, "released");
  }
  await setHandleState(tx, handleId, { state: "released", verifiedAt: null });
  const payload = { handleId, platformId, name, personId };
  return { was: state, events: [HandleEvents.handle_released(payload)] };
}

/** Ends every hold and claim of a person, in the order of the seats. Throws HANDLE_DISPUTED. */
export async function letGoOfAll(tx: Tx, personId: string, now: Date): Promise<readonly DomainEvent[]> {
  const handles = [...(await allHandlesOf(personId, tx))].sort((a, b) => (seatOf(a) < seatOf(b) ? -1 : 1));
  const events: DomainEvent[] = [];
  for (const handle of handles) events.push(...(await letGo(tx, handle, now)).events);
  return events;
}

const seatOf = ({ platformId, name }: HandleRow): string => `${platformId} ${name}`;
