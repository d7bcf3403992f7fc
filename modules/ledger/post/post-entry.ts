import { createHash } from "node:crypto";
import { now } from "@/infra/clock";
import type { Tx } from "@/infra/db/db";
import { DomainError } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { canonicalEntry, checkLines, type EntryHeader, type EntryLine, takings } from "../domain/entry";
import { holderSum, insertEntry, insertLines, lockBalances, lockHolders } from "../repository/posting";

/**
 * Posts one balanced entry inside the caller's database transaction. The same key again returns the first entry
 * (`posted: false`); the same key with other content is a CONFLICT; money a holder does not have is LEDGER_INSUFFICIENT.
 */
export async function postEntry(
  tx: Tx,
  entry: EntryHeader & Readonly<{ lines: readonly EntryLine[] }>,
): Promise<{ entryId: string; posted: boolean }> {
  const { lines, ...header } = entry;
  checkLines(lines);
  const recordedAt = now();
  const contentDigest = createHash("sha256").update(canonicalEntry(header, lines)).digest("hex");
  const made = await insertEntry(tx, {
    ...header,
    id: newId("entry", recordedAt),
    recordedAt,
    contentDigest,
  });
  if (!made.inserted) return { entryId: replayed(made, contentDigest), posted: false };
  const taken = takings(lines);
  await lockHolders(
    tx,
    taken.map((line) => line.holder),
  );
  await lockBalances(tx, lines);
  for (const taking of taken) {
    const there = -(await holderSum(tx, taking));
    if (there < taking.minor)
      throw new DomainError(
        "LEDGER_INSUFFICIENT",
        `${taking.holder} has less than this on ${taking.account}.`,
        {
          detail: { currency: taking.currency, thereMinor: String(there), askedMinor: String(taking.minor) },
        },
      );
  }
  await insertLines(tx, made.no, lines);
  return { entryId: made.id, posted: true };
}

/** The first entry's id when its content is the same; otherwise the key was used for something else. */
export function replayed(first: { id: string; contentDigest: string }, contentDigest: string): string {
  if (first.contentDigest !== contentDigest)
    throw new DomainError("CONFLICT", "This idempotency key already posted an entry with other content.", {
      detail: { entryId: first.id },
    });
  return first.id;
}
