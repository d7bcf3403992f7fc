import { now as clockNow } from "@/infra/clock";
import { command } from "@/infra/command";
import { type Tx, transaction } from "@/infra/db";
import type { JobHandler } from "@/infra/job-run";
import { type DomainEvent, putEvents } from "@/infra/outbox";
import { startJob } from "@/infra/queue";
import { type Actor, actorName, personIdOf } from "@/kernel/actor";
import { assert } from "@/kernel/assert";
import { markUnallocated } from "@/modules/deals/advance-deal";
import { TakeBackRequest } from "@/modules/deals/schema";
import { isLong, reversibleEntry, takeBackEntry } from "@/modules/ledger/take-back-entry";
import { heldForOperator } from "./held-for-operator";
import { type AllocationRow, lockAllocation, updateAllocation } from "./repository/allocation";
import { forgetUndivided } from "./repository/handle-money";
import { Reversed } from "./schema";

export const UNPOST_PHASES = ["reverse"] as const;

/**
 * Takes the shares of a deal off the books again: the posting is reversed to the last line, the deal is funded as before it,
 * and the allocation can be posted anew. Refused as a whole when anybody no longer has what was posted to them. A long
 * posting is reversed by a job.
 */
export const reversePosting = command({
  name: "allocation.reverse_posting",
  scope: "operator:write",
  stepUp: true,
  input: TakeBackRequest,
  output: Reversed,
  async run({ tx, actor, now }, { dealId, note }) {
    const { deal, allocation } = await heldForOperator(tx, actor, { dealId, act: "unallocate" });
    const entryId = postedEntryOf(allocation);
    const subject = { subject: dealId, organisationId: deal.platformId };
    const reversal = { reason: note, by: actorName(actor) };
    if (isLong(await reversibleEntry(tx, entryId))) {
      const jobId = await startJob(tx, {
        kind: "allocation.unpost",
        subject: allocation.id,
        organisationId: null,
        personId: personIdOf(actor),
        phases: UNPOST_PHASES,
        input: { dealId, entryId, ...reversal },
        now,
      });
      return {
        value: { entryId: null, jobId },
        events: [{ type: "allocation.reversal_started", payload: { dealId, entryId, jobId } }],
        audit: { ...subject, detail: { entryId, jobId, reason: note } },
      };
    }
    const made = await unpost(tx, allocation, { ...reversal, actor, now });
    return {
      value: { entryId: made.entryId, jobId: null },
      events: [made.event],
      audit: { ...subject, detail: { entryId, reversalId: made.entryId, reason: note } },
    };
  },
});

/** The job behind the reversal of a long posting: one transaction. Killed and run again, it finds nothing or all of it. */
export const unpostAllocation: JobHandler = {
  async run(job) {
    const { entryId, reason, by } = job.input as Readonly<Record<"entryId" | "reason" | "by", string>>;
    await job.phase("reverse", () =>
      transaction(
        async (tx) => {
          const allocation = await lockAllocation(tx, job.subject);
          if (allocation === null || allocation.entryId !== entryId) return;
          const now = clockNow();
          const actor: Actor = { kind: "system", job: "allocation" };
          const { event } = await unpost(tx, allocation, { reason, by, actor, now });
          await putEvents(tx, [event], now);
        },
        { timeoutMs: 30 * 60_000 },
      ),
    );
  },
  ended: async () => {}, // Everything stands as it did; the operator reads why in the job.
};

async function unpost(
  tx: Tx,
  allocation: AllocationRow,
  reversal: Readonly<{ reason: string; by: string; actor: Actor; now: Date }>,
): Promise<{ entryId: string; event: DomainEvent }> {
  const { reason, by, actor, now } = reversal;
  const { id: allocationId, dealId } = allocation;
  const entryId = postedEntryOf(allocation);
  await markUnallocated(tx, { dealId, note: reason, now, actor });
  const made = await takeBackEntry(tx, { entryId, reason, actor: by, now });
  await updateAllocation(allocationId, { postedAt: null, entryId: null }, tx);
  await forgetUndivided(tx, allocationId);
  const payload = { dealId, allocationId, entryId, reversalId: made.entryId, reason };
  return { entryId: made.entryId, event: { type: "allocation.posting_reversed", payload } };
}

function postedEntryOf({ id, entryId }: AllocationRow): string {
  assert(entryId !== null, `allocation ${id} is posted and names no entry`);
  return entryId;
}
