import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { now } from "@/infra/clock";
import type { Tx } from "@/infra/db";
import { newId } from "@/kernel/id";
import { canonicalHeader, type EntryHeader } from "./domain/entry";
import { replayed } from "./post-entry";
import { lockClaims } from "./repository/claims";
import { copyLines, insertEntry } from "./repository/posting";
import { settleNewSeats } from "./settle-seats";

/**
 * Posts one entry with any number of lines by COPY: `linesOf` is given the entry's number and streams text, a line each:
 * that number, account, holder, deal_id, currency and minor between tabs, backslashes doubled (COPY's text format, which
 * costs less than CSV). `contentDigest` (say, the allocation's) names the content, so that a repeated call is answered
 * without asking for the lines. Lines for seats that were accepted meanwhile are moved on in the same database transaction;
 * from the return until its end no claim is settled by anybody else, so the caller asks again whose the handles are and has
 * settleHandles move on what changed.
 * Takes the debit lines as covered per deal by the database; holders' own money is moved by postEntry instead.
 */
export async function postBulkEntry(
  tx: Tx,
  header: EntryHeader & Readonly<{ contentDigest: string }>,
  linesOf: (entryNo: bigint) => Promise<Readable>,
): Promise<{ entryId: string; posted: boolean; lines: bigint }> {
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
  if (!made.inserted) return { entryId: replayed(made, contentDigest), posted: false, lines: 0n };
  const lines = await copyLines(tx, await linesOf(made.no));
  await lockClaims(tx, "posting");
  await settleNewSeats(tx, { entryNo: made.no, effectiveAt: header.effectiveAt, actor: header.actor });
  return { entryId: made.id, posted: true, lines };
}
