import type { Tx } from "@/infra/db/db";
import { authorHolder, personHolder } from "@/modules/ledger/domain/chart";
import { amountsOf, lockHolders } from "@/modules/ledger/holders/holder-amounts";
import { type Moving, transferMoney } from "@/modules/ledger/post/transfer";
import { acceptedSeatsOfEntry, type SeatAcceptance } from "../repository/seat-acceptances";

/** Pays what a posting left for co-author seats that were accepted while it was being prepared. Under the lock of owners. */
export async function payNewlyAcceptedSeats(
  tx: Tx,
  { entryNo, ...moving }: Moving & Readonly<{ entryNo: bigint }>,
): Promise<void> {
  for (const seat of await acceptedSeatsOfEntry(tx, entryNo)) await payAcceptedSeat(tx, seat, moving);
}

/** Moves all that is held for an accepted seat to its author's `payable`; null when nothing is. */
export async function payAcceptedSeat(
  tx: Tx,
  { authorId, personId }: SeatAcceptance,
  moving: Moving,
): Promise<string | null> {
  const holder = authorHolder(authorId);
  await lockHolders(tx, [holder]);
  return transferMoney(tx, {
    ...moving,
    cause: "split_accepted",
    causeId: authorId,
    memo: "Held for a co-author, who has now accepted",
    amounts: await amountsOf(tx, holder, "held"),
    from: { account: "held", holder },
    to: { account: "payable", holder: personHolder(personId) },
  });
}
