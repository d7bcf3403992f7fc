import type { Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import { lockTakings } from "../repository/posting";
import { holdersOverdrawn, movesOfDeal } from "../repository/reversal";
import { postReversal } from "./post-reversal";
import { moneyMovedError, reversibleEntry } from "./reverse-in-tx";

type Undo = Readonly<{ postingId: string; dealId: string; reason: string; actor: string; now: Date }>;

/** How many entries moved a deal's money on since a posting: by claims, disputes, acceptances and settled seats. */
export async function countTransfersSince(tx: Tx, of: Pick<Undo, "postingId" | "dealId">): Promise<number> {
  return (await movesSince(tx, of)).length;
}

/**
 * Moves a deal's money back to where a posting left it, so that the posting can be reversed. Reverses each later entry's
 * lines of this deal, newest first, under the same cause, so that sums per handle or seat come to zero. Throws
 * LEDGER_INSUFFICIENT (`because: money_moved_on`).
 */
export async function reverseTransfers(tx: Tx, undo: Undo): Promise<readonly string[]> {
  const { dealId, reason, actor, now } = undo;
  await lockTakings(tx, "alone"); // Exclusive from the start: upgrading a shared lock later would deadlock.
  const moves = await movesSince(tx, undo);
  const made: bigint[] = [];
  for (const { no, cause, causeId } of moves) {
    const header = {
      idempotencyKey: `${cause}:${newId("entry", now)}`, // Fresh: the caller's lock lets nobody answer a move twice.
      ...{ cause, causeId, actor },
      memo: `Back from entry ${no}, with the posting it came from: ${reason}`,
      effectiveAt: now,
    };
    const entry = await postReversal(tx, header, { entryNo: no, dealId });
    made.push(entry.no);
  }
  const holders = await holdersOverdrawn(tx, { entryNos: made, dealId });
  if (holders > 0) throw moneyMovedError(holders);
  return moves.map(({ id }) => id);
}

async function movesSince(tx: Tx, { postingId, dealId }: Pick<Undo, "postingId" | "dealId">) {
  const posting = await reversibleEntry(tx, postingId);
  return movesOfDeal(tx, { dealId, afterNo: posting.no });
}
