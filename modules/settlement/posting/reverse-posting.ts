import { now as clockNow } from "@/infra/clock";
import { type Tx, transaction } from "@/infra/db/db";
import type { DomainEvent } from "@/infra/events/events";
import { putEvents } from "@/infra/events/outbox";
import { command } from "@/infra/verb/command";
import type { JobHandler } from "@/infra/work/job-run";
import { startJob } from "@/infra/work/queue";
import { type Actor, actorName, personIdOf } from "@/kernel/actor";
import { assert } from "@/kernel/assert";
import { AllocationEvents } from "@/modules/allocation/events";
import { AllocationJobs } from "@/modules/allocation/jobs";
import { Reversed } from "@/modules/allocation/schema/allocation";
import {
  lockSealedAllocation,
  markUnposted,
  type SealedAllocation,
} from "@/modules/allocation/seal/sealed-allocation";
import { markUnallocated } from "@/modules/deals/doors/advance-deal";
import { TakeBackRequest } from "@/modules/deals/schema/acts";
import { currentAttempt } from "@/modules/ledger/post/posting-attempts";
import { isLong, reverseEntryInTx, reversibleEntry } from "@/modules/ledger/reverse/reverse-in-tx";
import { countTransfersSince, reverseTransfers } from "@/modules/ledger/reverse/reverse-transfers";
import { lockForOperator } from "../lock-for-operator";
import { forgetUndivided } from "../repository/handle-money";

export const UNPOST_PHASES = ["reverse"] as const;

// Above it a page would wait too long for them: a job does the same.
const MOVES_AT_ONCE_MAX = 100;

/**
 * Reverses the posting of a deal, so that it can be posted again: first the later moves by claims, disputes and seats, then a
 * released reserve, then the posting itself. Refused as a whole when a holder no longer has the money. A job reverses long
 * ones.
 */
export const reversePosting = command({
  name: "allocation.reverse_posting",
  scope: "operator:write",
  stepUp: true,
  input: TakeBackRequest,
  output: Reversed,
  async run({ tx, actor, now }, { dealId, note }) {
    const { deal, allocation } = await lockForOperator(tx, actor, { dealId, act: "unallocate" });
    const entryId = postedEntryOf(allocation);
    const subject = { subject: dealId, organisationId: deal.platformId };
    const reversal = { reason: note, by: actorName(actor) };
    const posting = await reversibleEntry(tx, entryId);
    const moves = await countTransfersSince(tx, { postingId: entryId, dealId });
    if (isLong(posting) || moves > MOVES_AT_ONCE_MAX) {
      const jobId = await startJob(tx, AllocationJobs.unpost, {
        subject: allocation.id,
        organisationId: null,
        personId: personIdOf(actor),
        phases: UNPOST_PHASES,
        input: { dealId, entryId, ...reversal },
        now,
      });
      return {
        value: { entryId: null, jobId },
        events: [AllocationEvents.reversal_started({ dealId, entryId, jobId })],
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
    const { entryId, reason, by } = job.input(AllocationJobs.unpost);
    await job.phase("reverse", () =>
      transaction(
        async (tx) => {
          const allocation = await lockSealedAllocation(tx, job.subject);
          if (allocation === null || allocation.entryId !== entryId) return;
          const now = clockNow();
          const actor: Actor = { kind: "system", job: "allocation" };
          const { event } = await unpost(tx, allocation, { reason, by, actor, now });
          await putEvents(tx, [event], now);
          await job.checkCancelled(); // Nothing is committed then.
        },
        { timeoutMs: 30 * 60_000 },
      ),
    );
  },
  ended: async () => {}, // Everything stands as it did; the operator reads why in the job.
};

async function unpost(
  tx: Tx,
  allocation: SealedAllocation,
  reversal: Readonly<{ reason: string; by: string; actor: Actor; now: Date }>,
): Promise<{ entryId: string; event: DomainEvent }> {
  const { reason, by, actor, now } = reversal;
  const { id: allocationId, dealId } = allocation;
  const entryId = postedEntryOf(allocation);
  await markUnallocated(tx, { dealId, note: reason, now, actor });
  const moved = await reverseTransfers(tx, { postingId: entryId, dealId, reason, actor: by, now });
  const { entryId: reserveId } = await currentAttempt("reserve", allocationId, tx);
  const released = reserveId === null ? [] : [reserveId];
  for (const id of released) await reverseEntryInTx(tx, { entryId: id, reason, actor: by, now });
  const made = await reverseEntryInTx(tx, { entryId, reason, actor: by, now });
  await markUnposted(tx, allocationId);
  await forgetUndivided(tx, allocationId);
  const entryIds = [entryId, ...released, ...moved]; // the reversed entries: their holders get a notice
  const payload = { dealId, allocationId, entryIds, reversalId: made.entryId, reason };
  return { entryId: made.entryId, event: AllocationEvents.posting_reversed(payload) };
}

function postedEntryOf({ id, entryId }: SealedAllocation): string {
  assert(entryId !== null, `allocation ${id} is posted and names no entry`);
  return entryId;
}
