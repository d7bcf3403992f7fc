import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Tx } from "@/infra/db";
import { readyClearance } from "@/modules/clearance/ready-clearance";
import { type PostingRules, type RunFiles, writePostingLines } from "./engine/files";
import { type Asked, askPayees, layParts, layPayees } from "./posting-payees";
import type { AllocationRow } from "./repository/allocation";

/**
 * The lines of an entry that pays shares out, as postBulkEntry takes them: to whoever holds a handle or a seat at `at`, asked
 * in this very transaction. What was asked is to be followed before the commit (`followChanges`). The posting of a deal and
 * the release of its reserve are written by this.
 */
export async function postingLines(
  tx: Tx,
  run: Readonly<{
    connection: DuckDBConnection;
    allocation: AllocationRow;
    amounts: Pick<PostingRules, "from" | "fromMinor" | "feeMinor" | "retainedMinor" | "reserveMinor">;
    files: Pick<RunFiles, "shares" | "splits">;
    entryNo: bigint;
    /** Where the lines are written before they are read. */
    file: string;
    at: Date;
    /** Whether shares posted whole are noted, to be divided once their handle is decided. */
    notesUndivided: boolean;
  }>,
): Promise<Readonly<{ lines: Readable; asked: Asked }>> {
  const { connection, allocation, files, at, notesUndivided } = run;
  const { asOf } = await readyClearance(allocation.dealId, allocation.clearanceId, tx);
  const asked = await askPayees(tx, connection, {
    platformId: allocation.organisationId,
    asOf,
    at,
    shares: files.shares,
  });
  await layPayees(connection, asked);
  await layParts(tx, connection, { allocationId: allocation.id, files, asked, notesUndivided });
  await writePostingLines(
    connection,
    files,
    {
      ...run.amounts,
      dealId: allocation.dealId,
      currency: allocation.currency,
      entryNo: run.entryNo,
      platformId: allocation.organisationId,
    },
    run.file,
  );
  return { lines: createReadStream(run.file, { highWaterMark: 1 << 20 }), asked };
}
