import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { now } from "@/infra/clock";
import type { Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import { canonicalHeader, type EntryHeader } from "../domain/entry";
import { copyLines, insertEntry } from "../repository/posting";
import { replayed } from "./post-entry";

/**
 * Posts one entry with any number of lines by COPY. `linesOf` streams COPY's text format: entry number, account, holder,
 * deal_id, currency, minor. `contentDigest` names the content, so a repeated call needs no lines. The database checks that
 * debits are covered per deal; use `postEntry` to move a holder's own money.
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
