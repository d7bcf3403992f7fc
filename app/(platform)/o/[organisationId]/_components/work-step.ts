/** How far the work on a noticed deal is: a manifest, its newest clearance, and a split of that. */
export type DealWork = Readonly<{
  manifest: boolean;
  cleared: Readonly<{ asOf: number; sealableUntil: number }> | null;
  splitId: string | null;
}>;

/**
 * What is to be done next once the notice of a deal is over. A clearance counts when it is from after the notice's end, so
 * that it has every answer, and can still be sealed.
 */
export function workStep(
  { manifest, cleared, splitId }: DealWork,
  { noticeEndsAt, now }: Readonly<{ noticeEndsAt: string | null; now: Date }>,
): "upload" | "clear" | "split" | "seal" {
  if (!manifest) return "upload";
  const ends = noticeEndsAt === null ? 0 : Date.parse(noticeEndsAt);
  if (cleared === null || cleared.asOf < ends || cleared.sealableUntil < now.getTime()) return "clear";
  return splitId === null ? "split" : "seal";
}
