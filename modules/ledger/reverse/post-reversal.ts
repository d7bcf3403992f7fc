import { createHash } from "node:crypto";
import { now } from "@/infra/clock";
import type { Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import { canonicalHeader, type EntryHeader } from "../domain/entry";
import { type InsertedEntry, insertEntry } from "../repository/posting";
import { negateLines } from "../repository/reversal";

/**
 * Posts an entry whose lines are those of another, or of one deal in it, with sides exchanged, however many they are. Whether
 * everybody still has what it takes is the caller's to ask, who holds the lock of takings alone.
 */
export async function postReversal(
  tx: Tx,
  header: EntryHeader,
  of: Readonly<{ entryNo: bigint; dealId?: string }>,
): Promise<InsertedEntry> {
  const recordedAt = now();
  const contentDigest = createHash("sha256").update(canonicalHeader(header)).digest("hex");
  const made = await insertEntry(tx, {
    ...header,
    id: newId("entry", recordedAt),
    recordedAt,
    contentDigest,
  });
  await negateLines(tx, { ...of, as: made.no });
  return made;
}
