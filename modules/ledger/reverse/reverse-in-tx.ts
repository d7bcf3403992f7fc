import type { Tx } from "@/infra/db/db";
import { DomainError, notFound } from "@/kernel/errors";
import { type EntryRow, findEntry } from "../repository/books";
import { lockTakings } from "../repository/posting";
import { holdersShortOf } from "../repository/reversal";
import { postReversal } from "./post-reversal";

// Below it a page waits for the reversal; above it a job does the same.
const REVERSED_AT_ONCE_LINES_MAX = 10_000n;

/** An entry that can be reversed. Throws NOT_FOUND, and CONFLICT for a reversal or what was reversed before. */
export async function reversibleEntry(tx: Tx, entryId: string): Promise<EntryRow> {
  const entry = await findEntry(entryId, tx);
  if (entry === null) throw notFound("entry");
  if (entry.reversesId !== null)
    throw new DomainError("CONFLICT", "This entry is itself a reversal. Post the correct entry instead.", {
      detail: { because: "is_reversal" },
    });
  if (entry.reversedById !== null)
    throw new DomainError("CONFLICT", "This entry was already reversed.", {
      detail: { because: "reversed_before", entryId: entry.reversedById },
    });
  return entry;
}

/** Whether reversing this entry takes longer than a page should wait. */
export function isLong(entry: Pick<EntryRow, "lines">): boolean {
  return entry.lines > REVERSED_AT_ONCE_LINES_MAX;
}

/** The refusal of a reversal that would take what is no longer there. */
export function moneyMovedError(holders: number): DomainError {
  return new DomainError(
    "LEDGER_INSUFFICIENT",
    `The money has moved on: ${holders} of the holders no longer have it where it was posted. Nothing was reversed.`,
    { detail: { because: "money_moved_on", holders } },
  );
}

/**
 * Posts the exact opposite of an entry inside the caller's transaction, in one statement. Throws LEDGER_INSUFFICIENT
 * (`because: money_moved_on`, with the number of `holders`) when a holder no longer has the money. Nobody else takes money
 * from a holder until the commit.
 */
export async function reverseEntryInTx(
  tx: Tx,
  ask: Readonly<{ entryId: string; reason: string; actor: string; now: Date }>,
): Promise<{ entryId: string }> {
  await lockTakings(tx, "alone");
  const entry = await reversibleEntry(tx, ask.entryId);
  const holders = await holdersShortOf(tx, entry.no);
  if (holders > 0) throw moneyMovedError(holders);
  const header = {
    idempotencyKey: `reversal:${entry.id}`,
    cause: "reversal" as const,
    causeId: entry.id,
    memo: `Reversal of entry ${entry.no}: ${ask.reason}`,
    effectiveAt: ask.now,
    actor: ask.actor,
    reversesId: entry.id,
  };
  const made = await postReversal(tx, header, { entryNo: entry.no });
  return { entryId: made.id };
}
