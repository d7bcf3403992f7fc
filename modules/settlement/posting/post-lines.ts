import { createReadStream } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Tx } from "@/infra/db/db";
import type { SealedAllocation } from "@/modules/allocation/seal/sealed-allocation";
import type { EntryHeader } from "@/modules/ledger/domain/entry";
import { postBulkEntry } from "@/modules/ledger/post/post-bulk-entry";
import { type PostingRules, writePostingLines } from "./write-lines";

/**
 * Step 2 of a posting: one balanced entry with one line per share, by the tables that `preparePayees` wrote. `file` is where
 * the lines are written before they are read.
 */
export async function postLines(
  tx: Tx,
  connection: DuckDBConnection,
  posting: Readonly<{
    allocation: SealedAllocation;
    header: EntryHeader & Readonly<{ contentDigest: string }>;
    amounts: Pick<PostingRules, "from" | "fromMinor" | "feeMinor" | "retainedMinor" | "reserveMinor">;
    shares: string;
    file: string;
  }>,
): Promise<Readonly<{ entryId: string; entryNo: bigint }>> {
  const { allocation, file } = posting;
  const { dealId, currency, platformId } = allocation;
  return postBulkEntry(tx, posting.header, async (entryNo) => {
    const rules = { ...posting.amounts, dealId, currency, platformId, entryNo };
    await writePostingLines(connection, posting, rules, file);
    return createReadStream(file, { highWaterMark: 1 << 20 });
  });
}
