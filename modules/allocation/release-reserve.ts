import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { now as clockNow } from "@/infra/clock";
import { type Tx, transaction } from "@/infra/db";
import { withEngine } from "@/infra/engine";
import type { JobHandler } from "@/infra/job-run";
import { putEvents } from "@/infra/outbox";
import { startJob } from "@/infra/queue";
import { workFile } from "@/infra/storage";
import type { Actor } from "@/kernel/actor";
import { CURRENCY_DECIMALS } from "@/kernel/money";
import { lockedDealFor } from "@/modules/deals/deal-for";
import { isReserveDue, reservesDue } from "@/modules/deals/reserves-due";
import { keepPayees } from "@/modules/ledger/close-person";
import { dealsWithReserve, reserveOf } from "@/modules/ledger/deal-reserve";
import { postBulkEntry } from "@/modules/ledger/post-bulk-entry";
import { roundKey, roundOf } from "@/modules/ledger/rounds";
import { writeReserve } from "./engine/reserve";
import { AllocationEvents } from "./events";
import { AllocationJobs } from "./jobs";
import { postingLines } from "./posting-lines";
import { type Asked, followChanges } from "./posting-payees";
import { lockAllocation } from "./repository/allocation";
import { keepReserveFiles } from "./reserve-files";
import { sealedFiles } from "./sealed-files";

const SYSTEM: Actor = { kind: "system", job: "allocation" };
const RELEASE_PHASES = ["release"] as const;
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

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
    const files = await Promise.all([".txt", ".parquet", ".parquet"].map((ending) => workFile(ending)));
    const [lines = "", shares = "", splits = ""] = files;
    try {
      await job.phase("release", () =>
        withEngine(
          (connection) =>
            transaction(
              (tx) => release(tx, { connection, allocationId: job.subject, lines, shares, splits }),
              {
                timeoutMs: 30 * 60_000,
              },
            ),
          { goesOn: job.goesOn },
        ),
      );
    } finally {
      await Promise.all(files.map((file) => rm(file, { force: true })));
    }
  },
  ended: async () => {}, // The reserve stands as it did; tomorrow it is tried again.
};

type Run = Readonly<Record<"allocationId" | "lines" | "shares" | "splits", string>> &
  Readonly<{ connection: DuckDBConnection }>;

async function release(tx: Tx, run: Run): Promise<void> {
  const allocation = await lockAllocation(tx, run.allocationId);
  if (allocation === null || allocation.postedAt === null) return;
  const { id: allocationId, dealId } = allocation;
  await keepPayees(tx);
  const at = clockNow();
  const deal = await lockedDealFor(tx, SYSTEM, dealId, "allocation:write"); // No dispute begins before this commits.
  const minor = await reserveOf(tx, dealId, deal.currency);
  if (!isReserveDue(deal, dayOf(at)) || minor <= 0n) return;
  const { connection } = run;
  const to = { shares: run.shares, splits: run.splits };
  const ground = { allocationId, minor, decimals: CURRENCY_DECIMALS[deal.currency] };
  const inputDigest = allocation.inputDigest ?? "";
  const divided = await writeReserve(
    connection,
    await sealedFiles(allocation),
    { ...ground, inputDigest },
    to,
  );
  if (divided !== minor) return; // The split pays nobody: there is nobody to divide it among.
  const { round } = await roundOf("reserve", allocationId, tx);
  let asked: Asked | null = null;
  const { entryId } = await postBulkEntry(
    tx,
    {
      idempotencyKey: roundKey(`reserve:${allocationId}`, round),
      cause: "reserve",
      causeId: allocationId,
      memo: `Reserve of ${deal.title}, released`,
      effectiveAt: at,
      actor: "system:allocation",
      contentDigest: `${allocation.digest} ${minor}`,
    },
    async (entryNo) => {
      const amounts = {
        from: "reserve",
        fromMinor: minor,
        feeMinor: 0n,
        retainedMinor: 0n,
        reserveMinor: 0n,
      } as const;
      const written = { connection, allocation, amounts, files: to, entryNo, file: run.lines, at };
      const posting = await postingLines(tx, { ...written, notesUndivided: false });
      asked = posting.asked;
      return posting.lines;
    },
  );
  if (asked !== null) await followChanges(tx, asked, { effectiveAt: at, actor: "system:allocation" });
  await keepReserveFiles({ allocationId, entryId }, to);
  await putEvents(tx, [AllocationEvents.reserve_released({ allocationId, dealId, entryId })], at);
}
