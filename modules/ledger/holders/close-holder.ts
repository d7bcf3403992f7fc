import type { Tx } from "@/infra/db/db";
import { DomainError } from "@/kernel/errors";
import { type HolderBalance, holderBalance } from "../domain/balance";
import { personHolder } from "../domain/chart";
import { closedAmong, insertClosedHolder } from "../repository/closed-holders";
import { holderSums } from "../repository/holders";

/** Whether a balance has any amount on it that belongs to its holder. */
export const hasMoney = (balance: HolderBalance): boolean =>
  balance.payableMinor !== 0n ||
  balance.heldMinor !== 0n ||
  balance.unclaimedMinor !== 0n ||
  balance.inTransitMinor !== 0n;

/**
 * Closes a person's holder for good. The caller holds the locks that keep every posting and transfer to it away, and asks
 * `closedPeople` before it makes anything payable. Throws MONEY_REMAINS while the holder has any amount.
 */
export async function closeHolder(tx: Tx, personId: string, now: Date): Promise<void> {
  const holder = personHolder(personId);
  const left = holderBalance(await holderSums([holder], tx)).filter(hasMoney);
  if (left.length > 0)
    throw new DomainError(
      "MONEY_REMAINS",
      "You would lose money that you have here. Payouts are not available yet. You can delete the account once the money is paid out.",
      {
        detail: {
          balances: left.map(({ currency, payableMinor, heldMinor, inTransitMinor }) => ({
            currency,
            payableMinor: String(payableMinor),
            heldMinor: String(heldMinor),
            inTransitMinor: String(inTransitMinor),
          })),
        },
      },
    );
  await insertClosedHolder(tx, holder, now);
}

/** Of these people, those whose holder is closed. */
export async function closedPeople(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const closed = await closedAmong(tx, personIds.map(personHolder));
  return new Set(personIds.filter((id) => closed.has(personHolder(id))));
}
