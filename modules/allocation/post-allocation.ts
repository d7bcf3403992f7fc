import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { now } from "@/infra/clock";
import { type Tx, transaction } from "@/infra/db";
import { sqlText, withEngine } from "@/infra/engine";
import type { JobHandler } from "@/infra/job-run";
import { putEvents } from "@/infra/outbox";
import { workFile } from "@/infra/storage";
import { readyClearance } from "@/modules/clearance/ready-clearance";
import { markAllocated } from "@/modules/deals/advance-deal";
import { keepPayees } from "@/modules/ledger/close-person";
import { postBulkEntry } from "@/modules/ledger/post-bulk-entry";
import { writePostingLines } from "./engine/files";
import { rowsOf } from "./engine/read";
import { paySeats } from "./pay-seats";
import {
  type AllocationRow,
  changedPayees,
  findAllocation,
  lockAllocation,
  updateAllocation,
} from "./repository/allocation";
import { sealedFiles } from "./sealed-files";

export const POST_PHASES = ["post"] as const;

/**
 * Puts a sealed allocation of a funded deal on the books: one balanced entry, one line per share. Its key is the
 * allocation's, the deal becomes allocated in the same transaction, and the allocation is locked first: killed anywhere
 * and run again, there is one entry. Who holds a handle is asked under that lock; a handle proved after the question and
 * before the commit, and a share accepted then, is moved on by the ledger itself (postBulkEntry settles new claims).
 */
export const postAllocation: JobHandler = {
  async run(job) {
    const allocation = await findAllocation(job.subject);
    if (allocation === null || allocation.postedAt !== null) return;
    const file = await workFile(".txt");
    try {
      await job.phase("post", () =>
        withEngine((connection) =>
          transaction((tx) => post(tx, { connection, allocationId: allocation.id, file }), {
            timeoutMs: 30 * 60_000,
          }),
        ),
      );
    } finally {
      await rm(file, { force: true });
    }
  },
  ended: async () => {}, // The deal stays funded; an operator sees the failed job and retries it.
};

async function post(
  tx: Tx,
  { connection, allocationId, file }: { connection: DuckDBConnection; allocationId: string; file: string },
): Promise<void> {
  const allocation = await lockAllocation(tx, allocationId);
  if (allocation === null || allocation.postedAt !== null || allocation.sealedAt === null) return;
  await keepPayees(tx);
  const at = now();
  const deal = await markAllocated(tx, { dealId: allocation.dealId, now: at });
  const { entryId } = await postBulkEntry(
    tx,
    {
      idempotencyKey: `allocation:${allocation.id}`,
      cause: "allocation",
      causeId: allocation.id,
      memo: `Allocation of ${deal.title}`,
      effectiveAt: at,
      actor: "system:allocation",
      contentDigest: allocation.digest ?? "",
    },
    async (entryNo) => {
      await writeLines(tx, { connection, allocation, entryNo, file, at });
      return createReadStream(file, { highWaterMark: 1 << 20 });
    },
  );
  await updateAllocation(allocation.id, { postedAt: at, entryId }, tx);
  const payload = { allocationId: allocation.id, dealId: allocation.dealId, entryId };
  await putEvents(tx, [{ type: "allocation.posted", payload }], at);
}

async function writeLines(
  tx: Tx,
  run: Readonly<{
    connection: DuckDBConnection;
    allocation: AllocationRow;
    entryNo: bigint;
    file: string;
    at: Date;
  }>,
): Promise<void> {
  const { connection, allocation } = run;
  const files = await sealedFiles(allocation);
  const { asOf } = await readyClearance(allocation.dealId, allocation.clearanceId, tx);
  const disputed = await rowsOf(
    connection,
    `SELECT contributor FROM read_parquet(${sqlText(files.shares)}) WHERE disputed`,
  );
  const payees = await changedPayees(tx, {
    platformId: allocation.organisationId,
    asOf,
    names: disputed.map((row) => row.contributor ?? ""),
    now: run.at,
  });
  await connection.run("CREATE OR REPLACE TABLE payee (name VARCHAR, person_id VARCHAR, disputed BOOLEAN)");
  const appender = await connection.createAppender("payee");
  for (const payee of payees) {
    appender.appendVarchar(payee.name);
    if (payee.personId === null) appender.appendNull();
    else appender.appendVarchar(payee.personId);
    appender.appendBoolean(payee.disputed);
    appender.endRow();
  }
  appender.closeSync();
  await paySeats(tx, connection, { allocationId: allocation.id, splits: files.splits });
  const reserveMinor = allocation.reserveMinor + (allocation.undistributedMinor ?? 0n);
  await writePostingLines(
    connection,
    files,
    { ...allocation, entryNo: run.entryNo, platformId: allocation.organisationId, reserveMinor },
    run.file,
  );
}
