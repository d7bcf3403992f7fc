export const SPLIT_TOTAL_BPS = 10_000;

export type SplitFault = Readonly<{ path: string; message: string }>;

/**
 * Checks the splits of one work, in basis points: whole numbers of at least 1 that sum to exactly 10,000.
 * Returns every fault with the field it belongs to; an empty list means they may be proposed.
 */
export function splitFaults(authors: readonly Readonly<{ shareBps: number }>[]): readonly SplitFault[] {
  const faults: SplitFault[] = [];
  if (authors.length === 0) return [{ path: "authors", message: "A work has at least one author." }];
  authors.forEach(({ shareBps }, index) => {
    if (!Number.isSafeInteger(shareBps) || shareBps < 1 || shareBps > SPLIT_TOTAL_BPS)
      faults.push({ path: `authors.${index}.shareBps`, message: "A share is between 0.01% and 100%." });
  });
  const sum = authors.reduce((total, { shareBps }) => total + shareBps, 0);
  if (faults.length === 0 && sum !== SPLIT_TOTAL_BPS) {
    const gap = percent(Math.abs(SPLIT_TOTAL_BPS - sum));
    const fault = sum < SPLIT_TOTAL_BPS ? `${gap}% is not assigned` : `${gap}% is too much`;
    faults.push({ path: "authors", message: `The shares must add up to exactly 100%: ${fault}.` });
  }
  return faults;
}

export type AuthorState = "proposed" | "accepted" | "declined";
/** The state that others see: an author who accepted may have left since. */
export type SeatState = AuthorState | "left";

/** What can be paid and what waits: only shares their author accepted are ever paid, the others are held. Both in bps. */
export function payableShares(authors: readonly Readonly<{ shareBps: number; state: SeatState }>[]): {
  acceptedBps: number;
  heldBps: number;
} {
  const acceptedBps = authors.reduce((sum, a) => sum + (a.state === "accepted" ? a.shareBps : 0), 0);
  return { acceptedBps, heldBps: SPLIT_TOTAL_BPS - acceptedBps };
}

/** Basis points as people write them: 2550 → "25.5". */
export function percent(bps: number): string {
  return (bps / 100).toFixed(2).replace(/\.?0+$/, "");
}
