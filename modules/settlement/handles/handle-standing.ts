import type { Tx } from "@/infra/db/db";
import { standingOfHandle } from "@/modules/handles/claim/handles-of";

/** A name on a platform, normalised by the platform's rule. */
export type HandleName = Readonly<{ platformId: string; name: string }>;

/** One person's claim of a handle. */
export type HandleHold = Readonly<{ handleId: string; personId: string }>;

/** What the register of handles says of a name at this moment. */
export type HandleStanding = Readonly<{
  /** The person who proved it; while it is `disputed`, the one who proved it first. Null: nobody has. */
  held: (HandleHold & Readonly<{ disputed: boolean }>) | null;
  /** People who held it and lost it in a dispute, for good: what it brought them is not theirs. */
  lost: readonly HandleHold[];
}>;

/** Asked in the transfer's own transaction, under the lock of owners. */
export function standingOf(tx: Tx, { platformId, name }: HandleName): Promise<HandleStanding> {
  return standingOfHandle(tx, platformId, name);
}
