import type { Tx } from "@/infra/db";
import { DomainError } from "@/kernel/errors";
import { type HolderBalance, holderBalance } from "./domain/balance";
import { personHolder } from "./domain/chart";
import {
  claimOf,
  closedAmong,
  holdPayees,
  lockClaims,
  releaseClaimsOf,
  saveClaim,
  tryLockPayees,
} from "./repository/claims";
import { holderSums } from "./repository/holders";

/** Whether a balance has anything on it that is somebody's. */
export const hasMoney = (balance: HolderBalance): boolean =>
  balance.payableMinor !== 0n ||
  balance.heldMinor !== 0n ||
  balance.unclaimedMinor !== 0n ||
  balance.inTransitMinor !== 0n;

/**
 * Closes somebody's own holder for good: from now on nothing becomes payable to them, what comes for their handles is
 * unclaimed and for their seats held. Throws MONEY_REMAINS while there is any amount under their name, and CONFLICT while
 * an allocation is being put on the books that may bring some.
 */
export async function closePerson(tx: Tx, personId: string, now: Date): Promise<void> {
  if (!(await tryLockPayees(tx)))
    throw new DomainError(
      "CONFLICT",
      "A payment is being put on the books this moment. Try again in a minute.",
      { detail: { because: "posting_now" } },
    );
  await lockClaims(tx, "claiming");
  const holder = personHolder(personId);
  const left = holderBalance(await holderSums([holder], tx)).filter(hasMoney);
  if (left.length > 0)
    throw new DomainError(
      "MONEY_REMAINS",
      "There is money under your name, and it would be lost to you. The account can be deleted once the money is paid out; payouts are not open yet.",
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
  await releaseClaimsOf(tx, personId, now);
  await saveClaim(tx, { holder, handleId: personId, personId: null, state: "released" }, now);
}

/** Whether nothing may become payable to this person any more. Ask under the claims lock, or at a posting. */
export async function isClosed(tx: Tx, personId: string): Promise<boolean> {
  return (await claimOf(tx, personHolder(personId)))?.state === "released";
}

/** From here until the posting commits nobody's holder is closed. Call before asking who is paid. */
export async function keepPayees(tx: Tx): Promise<void> {
  await holdPayees(tx);
}

/** Of these people, those to whom nothing may become payable any more. */
export async function closedPeople(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const idOf = new Map(personIds.map((id) => [personHolder(id), id]));
  return new Set([...(await closedAmong(tx, [...idOf.keys()]))].map((holder) => idOf.get(holder) ?? ""));
}
