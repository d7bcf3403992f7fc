import { assert } from "@/kernel/assert";

/** All of it: 100% in basis points. */
export const BPS = 10_000;

export type SplitRules = Readonly<{
  /** Gross amount of the deal in minor units, ≥ 0. */
  grossMinor: bigint;
  /** The contributors' part of the gross, before the operator's fee, in basis points. */
  contributorShareBps: number;
  /** The operator's fee in basis points of the gross; it is taken out of the contributors' part. */
  operatorFeeBps: number;
  /** What is held back from the pool for late claims and disputes, in basis points of the pool. */
  reserveBps: number;
}>;

/** Every minor unit of the gross has one name: fee + retained + reserve + distributable = gross; reserve + distributable = pool. */
export type MoneySplit = Readonly<{
  grossMinor: bigint;
  feeMinor: bigint;
  retainedMinor: bigint;
  poolMinor: bigint;
  reserveMinor: bigint;
  distributableMinor: bigint;
}>;

/**
 * Splits a gross amount. Three roundings, each down to a whole minor unit, each with a named winner:
 * - the fee is floored: the part of a unit it loses stays with the contributors;
 * - the contributors' part is floored before the fee is taken: the part of a unit it loses stays with the platform;
 * - the reserve is floored: the part of a unit it loses is distributed immediately.
 * Expects rules that `splitFault` accepts; anything else is our bug and asserts.
 */
export function splitMoney(rules: SplitRules): MoneySplit {
  assert(splitFault(rules) === null, `money split rules: ${splitFault(rules)}`);
  const { grossMinor } = rules;
  const feeMinor = shareOf(grossMinor, rules.operatorFeeBps);
  const poolMinor = shareOf(grossMinor, rules.contributorShareBps) - feeMinor;
  const retainedMinor = grossMinor - poolMinor - feeMinor;
  const reserveMinor = shareOf(poolMinor, rules.reserveBps);
  return {
    grossMinor,
    feeMinor,
    retainedMinor,
    poolMinor,
    reserveMinor,
    distributableMinor: poolMinor - reserveMinor,
  };
}

/** Why these rules cannot be used, as a sentence for people, or null when they can. */
export function splitFault(rules: SplitRules): string | null {
  if (rules.grossMinor < 0n) return "The gross amount cannot be negative.";
  for (const bps of [rules.contributorShareBps, rules.operatorFeeBps, rules.reserveBps]) {
    if (!Number.isInteger(bps) || bps < 0 || bps > BPS) return "A share is 0 to 10,000 basis points (100%).";
  }
  if (rules.operatorFeeBps > rules.contributorShareBps)
    return "The operator's fee is larger than the contributors' part it is taken from.";
  return null;
}

/** floor(amount × bps / 10,000), for amounts ≥ 0. */
function shareOf(amountMinor: bigint, bps: number): bigint {
  return (amountMinor * BigInt(bps)) / BigInt(BPS);
}
