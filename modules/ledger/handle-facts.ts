import type { Tx } from "@/infra/db";

/** A name on a platform, normalised by the platform's rule. */
export type HandleName = Readonly<{ platformId: string; name: string }>;

/** One person's claim of a handle. */
export type HandleHold = Readonly<{ handleId: string; personId: string }>;

/** What the register of handles says of a name at this moment. */
export type HandleStanding = Readonly<{
  /** Whose it is, by the proof that stands; while `disputed`, it is theirs who proved it first. Null: nobody's. */
  held: (HandleHold & Readonly<{ disputed: boolean }>) | null;
  /** Who held it and lost it in a dispute, for good: what it brought them is not theirs. */
  lost: readonly HandleHold[];
}>;

/** Money of one deal in one currency, in minor units, above zero. */
export type Standing = Readonly<{ dealId: string | null; currency: string; minor: bigint }>;

/** A co-author's part of what stands for a handle: payable to a person, or held for an author's seat. */
export type Part = Standing & Readonly<{ account: "payable" | "held"; holder: string }>;

/**
 * What the books ask others about a handle before they move its money; whoever starts the move passes it in, for the
 * ledger knows none of them. All of it is asked in the move's own transaction, under the lock of claims.
 */
export type HandleFacts = Readonly<{
  standing(tx: Tx, of: HandleName): Promise<HandleStanding>;
  /** What postings paid straight to a person for this name. `except`: postings that left its money under the handle. */
  paidStraight(
    tx: Tx,
    of: HandleName & Readonly<{ personId: string; except: readonly string[] }>,
  ): Promise<readonly Standing[]>;
  /**
   * Of what stands for this name and is about to be this person's: the parts of their co-authors, where a share was posted
   * whole. Given out once; no more than stands.
   */
  divide(
    tx: Tx,
    of: HandleName & Readonly<{ personId: string; standing: readonly Standing[]; at: Date }>,
  ): Promise<readonly Part[]>;
}>;
