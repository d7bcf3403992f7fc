import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { now as clockNow } from "@/infra/clock";
import { type Tx, transaction } from "@/infra/db/db";
import { withEngine } from "@/infra/engine/engine";
import { putEvents } from "@/infra/events/outbox";
import { workFile } from "@/infra/files/storage";
import type { JobHandler } from "@/infra/work/job-run";
import { startJob } from "@/infra/work/queue";
import type { Actor } from "@/kernel/actor";
import { CURRENCY_DECIMALS } from "@/kernel/money";
import { dayOf } from "@/kernel/time";
import { AllocationEvents } from "@/modules/allocation/events";
import { AllocationJobs } from "@/modules/allocation/jobs";
import { filesOfSealed, lockSealedAllocation } from "@/modules/allocation/seal/sealed-allocation";
import { lockedDealFor } from "@/modules/deals/doors/deal-for";
import { isReserveDue, reservesDue } from "@/modules/deals/doors/reserves-due";
import { attemptKey, currentAttempt } from "@/modules/ledger/post/posting-attempts";
import { dealsWithReserve, reserveOf } from "@/modules/ledger/read/deal-reserve";
import { postLines } from "../posting/post-lines";
import { preparePayees } from "../posting/prepare-payees";
import { settleChanges } from "../posting/settle-changes";
import { lockPayees } from "../repository/locks";
import { writeReserve } from "./divide-reserve";
import { keepReserveFiles } from "./reserve-files";

const SYSTEM: Actor = { kind: "system", job: "allocation" };
const ACTOR = "system:allocation";
const RELEASE_PHASES = ["release"] as const;

/** By the clock: starts a job for each deal whose reserve is due and still there. Asked again, what is released has none. */
export async function startReserveReleases(now: Date): Promise<readonly string[]> {
  const due = await reservesDue(dayOf(now));
  const there = await dealsWithReserve(due.map(({ id }) => id));
  const jobs: string[] = [];
  for (const { id: dealId, platformId, sealedAllocationId } of due) {
    if (sealedAllocationId === null || !there.has(dealId)) continue;
    const job = {
      subject: sealedAllocationId,
      organisationId: platformId,
      personId: null,
      phases: RELEASE_PHASES,
      input: { allocationId: sealedAllocationId, dealId },
      now,
    };
    jobs.push(await transaction((tx) => startJob(tx, AllocationJobs.release_reserve, job)));
  }
  return jobs;
}

/**
 * Pays out what a deal kept in reserve, over the sealed weights of those whom the split pays: one entry, written as the
 * posting's is. Killed anywhere and run again, there is one entry; a deal that is disputed meanwhile keeps its reserve.
 */
export const releaseReserve: JobHandler = {
  async run(job) {
    const lines = await workFile(".txt");
    const [shares, splits] = [await workFile(".parquet"), await workFile(".parquet")];
    try {
      await job.phase("release", () =>
        withEngine(
          (connection) =>
            transaction(
              async (tx) => {
                await release(tx, { connection, allocationId: job.subject, lines, shares, splits });
                await job.checkCancelled(); // Nothing is committed then.
              },
              { timeoutMs: 30 * 60_000 },
            ),
          { goesOn: job.goesOn },
        ),
      );
    } finally {
      for (const file of [lines, shares, splits]) await rm(file, { force: true });
    }
  },
  ended: async () => {}, // The reserve stands as it did; tomorrow it is tried again.
};

type Run = Readonly<Record<"allocationId" | "lines" | "shares" | "splits", string>> &
  Readonly<{ connection: DuckDBConnection }>;

async function release(tx: Tx, run: Run): Promise<void> {
  const allocation = await lockSealedAllocation(tx, run.allocationId);
  if (allocation === null || allocation.postedAt === null) return;
  const { id: allocationId, dealId, inputDigest } = allocation;
  await lockPayees(tx);
  const at = clockNow();
  const deal = await lockedDealFor(tx, SYSTEM, dealId, "allocation:write"); // No dispute begins before this commits.
  const minor = await reserveOf(tx, dealId, deal.currency);
  if (!isReserveDue(deal, dayOf(at)) || minor <= 0n) return;
  const { connection, lines } = run;
  const files = { shares: run.shares, splits: run.splits };
  const ground = { allocationId, minor, decimals: CURRENCY_DECIMALS[deal.currency], inputDigest };
  const divided = await writeReserve(connection, await filesOfSealed(allocationId, tx), ground, files);
  if (divided !== minor) return; // The split pays nobody: there is nobody to divide it among.
  const { attempt } = await currentAttempt("reserve", allocationId, tx);
  const snapshot = await preparePayees(tx, connection, { allocation, files, at, notesUndivided: false });
  const { entryId, entryNo } = await postLines(tx, connection, {
    ...{ allocation, file: lines, shares: files.shares },
    amounts: { from: "reserve", fromMinor: minor, feeMinor: 0n, retainedMinor: 0n, reserveMinor: 0n },
    header: {
      idempotencyKey: attemptKey(`reserve:${allocationId}`, attempt),
      cause: "reserve",
      causeId: allocationId,
      memo: `Reserve of ${deal.title}, released`,
      effectiveAt: at,
      actor: ACTOR,
      contentDigest: `${allocation.digest} ${minor}`,
    },
  });
  await keepReserveFiles({ allocationId, entryId }, files); // Before a handle that changed hands is settled by them.
  await settleChanges(tx, snapshot, { entryNo, effectiveAt: at, actor: ACTOR });
  await putEvents(tx, [AllocationEvents.reserve_released({ allocationId, dealId, entryId })], at);
}
