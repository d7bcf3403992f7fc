/** What of a clearance decides whether a deal can be sealed with it; instants in ISO 8601. */
export type Cleared = Readonly<{
  asOf: string;
  sealableUntil: string;
  answeredSince: boolean;
  dealVersion: number;
}>;
/** How far the work on a noticed deal is: a manifest, its newest clearance, and a split of that. */
export type DealWork = Readonly<{ manifest: boolean; cleared: Cleared | null; splitId: string | null }>;
type Of = Readonly<{ noticeEndsAt: string | null; version: number }>;

/**
 * Why a deal cannot be sealed with a clearance; null: it can be. modules/deals/domain/state/seal.ts decides at the seal.
 * - `amended`: the deal has a newer version.
 * - `early`: an answer came later, or the notice ended later.
 * - `old`: it has expired.
 */
export function clearanceFlaw(
  { asOf, sealableUntil, answeredSince, dealVersion }: Cleared,
  { noticeEndsAt, version }: Of,
  now: Date,
): "amended" | "early" | "old" | null {
  if (dealVersion !== version) return "amended";
  if (answeredSince || (noticeEndsAt !== null && Date.parse(asOf) < Date.parse(noticeEndsAt))) return "early";
  return Date.parse(sealableUntil) < now.getTime() ? "old" : null;
}

/** What is to be done next once the notice of a deal is over. */
export function workStep(
  { manifest, cleared, splitId }: DealWork,
  deal: Of,
  now: Date,
): "upload" | "clear" | "split" | "seal" {
  if (!manifest) return "upload";
  if (cleared === null || clearanceFlaw(cleared, deal, now) !== null) return "clear";
  return splitId === null ? "split" : "seal";
}
