import type { Tx } from "@/infra/db";
import { isAuthorHolder, type LedgerAccount, personHolder } from "./domain/chart";
import type { EntryLine } from "./domain/entry";
import { postEntry } from "./post-entry";
import {
  type Claim,
  claimsTouchedBy,
  lastLineOf,
  lockClaims,
  type Standing,
  standingOf,
} from "./repository/claims";

export type Moving = Readonly<{ effectiveAt: Date; actor: string }>;

/** Moves what a posting left for handles proved or disputed, and for author seats accepted, while it was being prepared. */
export async function settleNewClaims(
  tx: Tx,
  posting: Moving & Readonly<{ entryNo: bigint }>,
): Promise<number> {
  await lockClaims(tx, "posting");
  const claims = await claimsTouchedBy(tx, posting.entryNo);
  for (const claim of claims) await settleClaim(tx, claim, posting);
  return claims.length;
}

/** Moves all that waits for a claim to where it says: the person's `payable`, or `held` while a handle is disputed. */
export async function settleClaim(tx: Tx, claim: Claim, moving: Moving): Promise<string | null> {
  if (isAuthorHolder(claim.holder)) return settleSeat(tx, claim, moving);
  const standing = await standingOf(tx, claim.holder, "unclaimed");
  if (claim.state === "disputed") {
    return moveMoney(tx, {
      ...moving,
      cause: "dispute",
      causeId: claim.handleId,
      memo: `Held: ${shown(claim.holder)} is disputed`,
      standing,
      from: { account: "unclaimed", holder: claim.holder },
      to: { account: "held", holder: claim.holder },
    });
  }
  if (claim.state === "released" || claim.personId === null) return null;
  return moveMoney(tx, {
    ...moving,
    cause: "handle_claim",
    causeId: claim.handleId,
    memo: `Money held for ${shown(claim.holder)}, now proved`,
    standing,
    from: { account: "unclaimed", holder: claim.holder },
    to: { account: "payable", holder: personHolder(claim.personId) },
  });
}

async function settleSeat(tx: Tx, claim: Claim, moving: Moving): Promise<string | null> {
  if (claim.personId === null) return null;
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

type Seat = Readonly<{ account: LedgerAccount; holder: string }>;

/** One entry that moves stands from one seat to another, deal by deal; null when there is nothing to move. */
export async function moveMoney(
  tx: Tx,
  move: Moving &
    Readonly<{
      cause: string;
      causeId: string;
      memo: string;
      standing: readonly Standing[];
      from: Seat;
      to: Seat;
    }>,
): Promise<string | null> {
  if (move.standing.length === 0) return null;
  const lines = move.standing.flatMap<EntryLine>(({ dealId, currency, minor }) => [
    { ...move.from, dealId, currency, minor },
    { ...move.to, dealId, currency, minor: -minor },
  ]);
  // Under the claims lock the newest line names what was there to move: a repetition finds nothing, or this key.
  const upTo = await lastLineOf(tx, move.from.holder);
  const { entryId } = await postEntry(tx, {
    idempotencyKey: `${move.cause}:${move.causeId}:${move.from.account}:${upTo}`,
    cause: move.cause,
    causeId: move.causeId,
    memo: move.memo,
    effectiveAt: move.effectiveAt,
    actor: move.actor,
    lines,
  });
  return entryId;
}

function shown(holder: string): string {
  return `@${holder.split(":").slice(2).join(":")}`;
}
