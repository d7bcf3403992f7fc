import { clearingFloor, priceScale, type Rational } from "./floors";

/** Facts of a sealed allocation that one share follows from. */
export type Ground = Readonly<{
  distributableMinor: bigint;
  decimals: number;
  admittedWeight: bigint;
  blocking: Rational | null;
}>;

export type ShareFacts = Readonly<{ outcome: "paid" | "floor_not_met"; tokens: bigint; weight: bigint }>;

/**
 * `numerator ÷ denominator` as decimal text with `digits` places, cut and not rounded: an explanation never shows more
 * than there is. The denominator is positive.
 */
export function decimalText(numerator: bigint, denominator: bigint, digits: number): string {
  const scaled = (numerator * 10n ** BigInt(digits)) / denominator;
  const text = scaled.toString().padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export type Explanation = Readonly<{
  /** Part of all weight, in percent with eight decimals. */
  weightPercent: string;
  /** What the division gives before it is cut to whole minor units, in major units with eight decimals. */
  exactMajor: string;
  /** What 1,000 of these tokens bring before rounding, in micro-units; null without tokens. */
  ratePerThousandMicros: string | null;
  /** For refused shares: the floor that would have been met (micro-units per 1,000 tokens). */
  neededMicros: string | null;
}>;

/** The numbers between the pool and a share, exact and never hidden below the cent. */
export function explainShare(ground: Ground, share: ShareFacts): Explanation {
  const paid = share.outcome === "paid" && ground.admittedWeight > 0n;
  const weight = paid ? share.weight : 0n;
  const whole = ground.admittedWeight > 0n ? ground.admittedWeight : 1n;
  const minorUnits = 10n ** BigInt(ground.decimals);
  const needed =
    share.outcome === "paid"
      ? null
      : clearingFloor(
          ground.distributableMinor,
          ground.decimals,
          { weight: ground.admittedWeight, blocking: ground.blocking },
          share,
        );
  return {
    weightPercent: decimalText(weight * 100n, whole, 8),
    exactMajor: decimalText(ground.distributableMinor * weight, whole * minorUnits, 8),
    ratePerThousandMicros:
      share.tokens === 0n
        ? null
        : String((ground.distributableMinor * priceScale(ground.decimals) * weight) / (whole * share.tokens)),
    neededMicros: needed === null ? null : String(needed),
  };
}
