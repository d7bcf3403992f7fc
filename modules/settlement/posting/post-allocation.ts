import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { now } from "@/infra/clock";
import { type Tx, transaction } from "@/infra/db/db";
import { withEngine } from "@/infra/engine/engine";
import { putEvents } from "@/infra/events/outbox";
import { workFile } from "@/infra/files/storage";
import type { JobHandler } from "@/infra/work/job-run";
import { DomainError } from "@/kernel/errors";
import { AllocationEvents } from "@/modules/allocation/events";
import {
  filesOfSealed,
  lockSealedAllocation,
  markPosted,
  sealedAllocation,
} from "@/modules/allocation/seal/sealed-allocation";
import { markAllocated } from "@/modules/deals/doors/advance-deal";
import { attemptKey, currentAttempt } from "@/modules/ledger/post/posting-attempts";
import { lockPayees } from "../repository/locks";
import { postLines } from "./post-lines";
import { preparePayees } from "./prepare-payees";
import { settleChanges } from "./settle-changes";

export const POST_PHASES = ["post"] as const;

const ACTOR = "system:allocation";

/**
 * Puts a sealed allocation of a funded deal on the books: one balanced entry, one line per share. Locks the allocation, and
 * allocates the deal in the same transaction. The key names the allocation and the attempt, so a run after a crash posts
 * once.
 */
export const postAllocation: JobHandler = {
  async run(job) {
    const allocation = await sealedAllocation(job.subject);
    if (allocation === null || allocation.postedAt !== null) return;
    const file = await workFile(".txt");
    try {
      await job.phase("post", () =>
        withEngine(
          (connection) =>
            transaction(
              async (tx) => {
                await post(tx, { connection, allocationId: allocation.id, jobId: job.id, file });
                await job.checkCancelled(); // Nothing is committed then.
              },
              { timeoutMs: 30 * 60_000 },
            ),
          { goesOn: job.goesOn },
        ),
      );
    } catch (error) {
      throw isDisputed(error) ? WAITS : error;
    } finally {
      await rm(file, { force: true });
    }
  },
  ended: async () => {}, // The deal stays funded; an operator sees the failed job and retries it.
};

const isDisputed = (error: unknown): boolean =>
  error instanceof DomainError && error.code === "DEAL_STATE" && error.detail.state === "disputed";

/** Nobody need look at it: the end of the dispute starts it again (jobs/resume-posting.ts). */
const WAITS = new DomainError(
  "JOB_WAITS",
  "The deal is disputed. Nothing was posted. The job continues by itself when the dispute ends.",
);

type Posting = Readonly<{ connection: DuckDBConnection; allocationId: string; jobId: string; file: string }>;

async function post(tx: Tx, { connection, allocationId, jobId, file }: Posting): Promise<void> {
  const allocation = await lockSealedAllocation(tx, allocationId);
  if (allocation === null || allocation.postedAt !== null) return;
  // An operator started another job since and may have reversed its posting: this one would post again on its own.
  if (allocation.postJobId !== null && allocation.postJobId !== jobId) return;
  await lockPayees(tx);
  const at = now();
  const { id, dealId, grossMinor, feeMinor, retainedMinor, reserveMinor } = allocation;
  const deal = await markAllocated(tx, { dealId, now: at });
  const { attempt } = await currentAttempt("allocation", id, tx);
  const files = await filesOfSealed(id, tx);
  const snapshot = await preparePayees(tx, connection, { allocation, files, at, notesUndivided: true });
  const { entryId, entryNo } = await postLines(tx, connection, {
    ...{ allocation, file, shares: files.shares },
    amounts: { from: "deal_pool", fromMinor: grossMinor, feeMinor, retainedMinor, reserveMinor },
    header: {
      idempotencyKey: attemptKey(`allocation:${id}`, attempt),
      cause: "allocation",
      causeId: id,
      memo: `Allocation of ${deal.title}`,
      effectiveAt: at,
      actor: ACTOR,
      contentDigest: allocation.digest,
    },
  });
  await markPosted(tx, id, { at, entryId });
  await settleChanges(tx, snapshot, { entryNo, effectiveAt: at, actor: ACTOR });
  await putEvents(tx, [AllocationEvents.posted({ allocationId: id, dealId, entryId })], at);
}
