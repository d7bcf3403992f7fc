import { BPS } from "@/modules/deals/domain/money/money-split";

/** Nobody gets more than `capMinor`; from `fromWeight` on a contributor is capped. */
export type CapDecision = Readonly<{
  capMinor: bigint;
  /** Contributors heavier than or as heavy as this are paid exactly the cap; null: nobody is. */
  fromWeight: bigint | null;
  cappedCount: number;
  cappedWeight: bigint;
  /** What is left for the others, by the same rule. */
  restMinor: bigint;
}>;

/** Most one contributor may get: floor(pool × capBps / 10,000), but never less than one minor unit. */
export function capMinor(poolMinor: bigint, capBps: number): bigint {
  const cap = (poolMinor * BigInt(capBps)) / BigInt(BPS);
  return cap === 0n ? 1n : cap;
}

/** How many of the heaviest weights `decideCap` may need to see: more than this many caps would overspend the pool. */
export function weightsNeeded(poolMinor: bigint, capBps: number): number {
  return Number(poolMinor / capMinor(poolMinor, capBps)) + 1;
}

/**
 * Who is capped, given the heaviest weights (descending) and the total. Capping one frees money for the others, which may
 * lift the next over the cap, so it goes on from the heaviest until one fits. Equal weights are all capped or none.
 * `restMinor` is what nobody capped receives; when everyone is capped it cannot be paid out and is kept in reserve.
 */
export function decideCap(
  poolMinor: bigint,
  capBps: number,
  heaviest: readonly bigint[],
  totalWeight: bigint,
): CapDecision {
  const cap = capMinor(poolMinor, capBps);
  let rest = poolMinor;
  let weightLeft = totalWeight;
  let count = 0;
  let fromWeight: bigint | null = null;
  for (const weight of heaviest) {
    if (weight === 0n || rest * weight <= cap * weightLeft) break;
    rest -= cap;
    weightLeft -= weight;
    count += 1;
    fromWeight = weight;
  }
  return {
    capMinor: cap,
    fromWeight,
    cappedCount: count,
    cappedWeight: totalWeight - weightLeft,
    restMinor: rest,
  };
}
