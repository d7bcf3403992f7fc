import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { now } from "@/infra/clock";
import type { Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import { canonicalHeader, type EntryHeader } from "../domain/entry";
import { copyLines, insertEntry } from "../repository/posting";
import { replayed } from "./post-entry";

/**
 * Posts one entry with any number of lines by COPY. `linesOf` is given the entry's number and streams text, one line each:
 * that number, account, holder, deal_id, currency and minor between tabs, backslashes doubled (COPY's text format, which
 * costs less than CSV). `contentDigest` (say, the allocation's) names the content, so a repeated call is answered without
 * asking for the lines. The database checks that the debit lines are covered per deal; a holder's own money is moved by
 * `postEntry` instead.
 */
export async function postBulkEntry(
  tx: Tx,
  header: EntryHeader & Readonly<{ contentDigest: string }>,
  linesOf: (entryNo: bigint) => Promise<Readable>,
): Promise<{ entryId: string; entryNo: bigint; posted: boolean; lines: bigint }> {
  const contentDigest = createHash("sha256")
    .update(`${canonicalHeader(header)}\n${header.contentDigest}`)
    .digest("hex");
  const recordedAt = now();
  const made = await insertEntry(tx, {
    ...header,
    id: newId("entry", recordedAt),
    recordedAt,
    contentDigest,
  });
  if (!made.inserted)
    return { entryId: replayed(made, contentDigest), entryNo: made.no, posted: false, lines: 0n };
  const lines = await copyLines(tx, await linesOf(made.no));
  return { entryId: made.id, entryNo: made.no, posted: true, lines };
}
