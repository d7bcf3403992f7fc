import { sumOf } from "@/kernel/sum";
import type { Weighting } from "@/modules/deals/domain/state/deal";

/** Weights are integers in millionths: a weight of 1 is 1_000_000. */
export const WEIGHT_ONE = 1_000_000n;

export type WeighedRow = Readonly<{ tokens: bigint; score: bigint | null; qualityPpm: bigint | null }>;

/**
 * What a score multiplies tokens by, in millionths: round(10^6 · (1 + ln(1 + max(score, 0)))). It is computed here, once
 * per distinct score, and joined by the engines, so that no engine ever computes a logarithm and all of them agree.
 */
export function scoreMultiplier(score: bigint | null): bigint {
  const known = score === null || score < 0n ? 0 : Number(score);
  return BigInt(Math.round(1_000_000 * (1 + Math.log1p(known))));
}

/**
 * The weight of one row in millionths. A missing score counts as 0, a missing quality as 1. `equal` weighs contributors,
 * not rows: each row is 0 here and the contributor gets WEIGHT_ONE (see contributorWeight).
 */
export function rowWeight(weighting: Weighting, row: WeighedRow): bigint {
  switch (weighting) {
    case "per_item":
      return WEIGHT_ONE;
    case "per_token":
      return row.tokens * WEIGHT_ONE;
    case "score_log":
      return row.tokens * scoreMultiplier(row.score);
    case "quality":
      return row.tokens * (row.qualityPpm ?? WEIGHT_ONE);
    case "equal":
      return 0n;
  }
}

/** The weight of a contributor's rows together, in millionths. No rows weigh nothing. */
export function contributorWeight(weighting: Weighting, rows: readonly WeighedRow[]): bigint {
  if (weighting === "equal") return rows.length > 0 ? WEIGHT_ONE : 0n;
  return sumOf(rows, (row) => rowWeight(weighting, row));
}
