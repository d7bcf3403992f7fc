import type { Tx } from "@/infra/db";
import { personHolder } from "./domain/chart";
import { type Moving, moveMoney } from "./move-money";
import { type Claim, seatsTouchedBy, standingOf } from "./repository/claims";
import { lockHolders } from "./repository/posting";

/** Moves what a posting left for author seats that were accepted while it was being prepared. Under the claims lock. */
export async function settleNewSeats(tx: Tx, posting: Moving & Readonly<{ entryNo: bigint }>): Promise<void> {
  for (const claim of await seatsTouchedBy(tx, posting.entryNo)) await settleSeat(tx, claim, posting);
}

/** Moves all that is held for an accepted seat to its author's `payable`. */
export async function settleSeat(tx: Tx, claim: Claim, moving: Moving): Promise<string | null> {
  if (claim.personId === null) return null;
  await lockHolders(tx, [claim.holder]);
  return moveMoney(tx, {
    ...moving,
    cause: "split_accepted",
    causeId: claim.handleId,
    memo: "Held for a co-author, who has now accepted",
    standing: await standingOf(tx, claim.holder, "held"),
    from: { account: "held", holder: claim.holder },
    to: { account: "payable", holder: personHolder(claim.personId) },
  });
}
