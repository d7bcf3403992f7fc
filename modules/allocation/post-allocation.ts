import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { now } from "@/infra/clock";
import { type Tx, transaction } from "@/infra/db";
import { withEngine } from "@/infra/engine";
import type { JobHandler } from "@/infra/job-run";
import { putEvents } from "@/infra/outbox";
import { workFile } from "@/infra/storage";
import { DomainError } from "@/kernel/errors";
import { markAllocated } from "@/modules/deals/advance-deal";
import { keepPayees } from "@/modules/ledger/close-person";
import { postBulkEntry } from "@/modules/ledger/post-bulk-entry";
import { roundKey, roundOf } from "@/modules/ledger/rounds";
import { AllocationEvents } from "./events";
import { postingLines } from "./posting-lines";
import { type Asked, followChanges } from "./posting-payees";
import { findAllocation, heldBack, lockAllocation, updateAllocation } from "./repository/allocation";
import { sealedFiles } from "./sealed-files";

export const POST_PHASES = ["post"] as const;

const ACTOR = "system:allocation";

/**
 * Puts a sealed allocation of a funded deal on the books: one balanced entry, one line per share. Its key is the
 * allocation's (and its round's, after a reversal), the deal becomes allocated in the same transaction, and the allocation
 * is locked first: killed anywhere and run again, there is one entry. Who holds a handle is asked under that lock, and once
 * more before the commit: what was posted for a handle that changed hands or came into dispute between the two is moved on.
 * So is, by the ledger itself, what is held for an author's share that was accepted then.
 */
export const postAllocation: JobHandler = {
  async run(job) {
    const allocation = await findAllocation(job.subject);
    if (allocation === null || allocation.postedAt !== null) return;
    const file = await workFile(".txt");
    try {
      await job.phase("post", () =>
        withEngine(
          (connection) =>
            transaction((tx) => post(tx, { connection, allocationId: allocation.id, file }), {
              timeoutMs: 30 * 60_000,
            }),
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
  "The deal is disputed. Nothing was posted; it goes on by itself when the dispute ends.",
);

async function post(
  tx: Tx,
  { connection, allocationId, file }: { connection: DuckDBConnection; allocationId: string; file: string },
): Promise<void> {
  const allocation = await lockAllocation(tx, allocationId);
  if (allocation === null || allocation.postedAt !== null || allocation.sealedAt === null) return;
  await keepPayees(tx);
  const at = now();
  const deal = await markAllocated(tx, { dealId: allocation.dealId, now: at });
  const { round } = await roundOf("allocation", allocation.id, tx);
  let asked: Asked | null = null;
  const { entryId } = await postBulkEntry(
    tx,
    {
      idempotencyKey: roundKey(`allocation:${allocation.id}`, round),
      cause: "allocation",
      causeId: allocation.id,
      memo: `Allocation of ${deal.title}`,
      effectiveAt: at,
      actor: ACTOR,
      contentDigest: allocation.digest ?? "",
    },
    async (entryNo) => {
      const reserveMinor = heldBack(allocation);
      const amounts = {
        ...allocation,
        from: "deal_pool" as const,
        fromMinor: allocation.grossMinor,
        reserveMinor,
      };
      const files = await sealedFiles(allocation);
      const run = { connection, allocation, amounts, files, entryNo, file, at };
      const posting = await postingLines(tx, { ...run, notesUndivided: true });
      asked = posting.asked;
      return posting.lines;
    },
  );
  await updateAllocation(allocation.id, { postedAt: at, entryId }, tx);
  if (asked !== null) await followChanges(tx, asked, { effectiveAt: at, actor: ACTOR });
  const payload = { allocationId: allocation.id, dealId: allocation.dealId, entryId };
  await putEvents(tx, [AllocationEvents.posted(payload)], at);
}
