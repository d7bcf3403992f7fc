export const HANDLE_STATES = ["pending", "verified", "disputed", "released", "lost"] as const;
export type HandleState = (typeof HANDLE_STATES)[number];

/** The proof that stands for a seat now, if any: whose, and whether somebody else has proved it too. */
export type Seat = Readonly<{ handleId: string; disputed: boolean }> | null;

export type ProofConsequence = "verifies" | "opens_dispute" | "joins_dispute" | "changes_nothing";

/**
 * What follows when `handleId` (in `state`) is proved while `seat` stands. A second proof never takes a handle away:
 * it opens a dispute, in which the money is held and the first proof's refusals still count.
 */
export function consequenceOfProof(seat: Seat, handleId: string, state: HandleState): ProofConsequence {
  if (seat === null) return "verifies";
  if (seat.handleId === handleId || state === "disputed") return "changes_nothing";
  return seat.disputed ? "joins_dispute" : "opens_dispute";
}

/** A decided dispute stays decided: the one who lost cannot reopen it by proving again. */
export function mayClaimAgain(state: HandleState): boolean {
  return state === "released";
}
