/** The instants of a clearance, ISO 8601. */
export type Cleared = Readonly<{ asOf: string; sealableUntil: string }>;
/** How far the work on a noticed deal is: a manifest, its newest clearance, and a split of that. */
export type DealWork = Readonly<{ manifest: boolean; cleared: Cleared | null; splitId: string | null }>;
type When = Readonly<{ noticeEndsAt: string | null; now: Date }>;

/**
 * Why a deal cannot be sealed with a clearance: it is from before the notice's end (`early`), so answers may be missing, or
 * terms have had too long to change since (`old`). Null: it can be. The seal itself asks modules/deals/domain/seal.ts.
 */
export function clearanceFlaw(
  { asOf, sealableUntil }: Cleared,
  { noticeEndsAt, now }: When,
): "early" | "old" | null {
  if (noticeEndsAt !== null && Date.parse(asOf) < Date.parse(noticeEndsAt)) return "early";
  return Date.parse(sealableUntil) < now.getTime() ? "old" : null;
}

/** What is to be done next once the notice of a deal is over. */
export function workStep(
  { manifest, cleared, splitId }: DealWork,
  when: When,
): "upload" | "clear" | "split" | "seal" {
  if (!manifest) return "upload";
  if (cleared === null || clearanceFlaw(cleared, when) !== null) return "clear";
  return splitId === null ? "split" : "seal";
}
