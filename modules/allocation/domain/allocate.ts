import { grouped } from "@/kernel/grouped";
import { sumOf } from "@/kernel/sum";
import { type CapDecision, capMinor, decideCap } from "./caps";
import { type Clearing, clearFloors, clearingFloor, type Offer, priceScale } from "./floors";
import { divideByWeight } from "./largest-remainder";

/** An offer of one contributor; a contributor with rows under several floors or shared works has several. */
export type ContributorOffer = Offer & Readonly<{ contributor: string }>;

export type Share = Readonly<{
  contributor: string;
  outcome: "paid" | "floor_not_met";
  tokens: bigint;
  weight: bigint;
  baseMinor: bigint;
  leftover: bigint;
  minor: bigint;
  capped: boolean;
  /** For refused contributors: the floor that would have cleared them (micros per 1,000 tokens). */
  neededMicros: bigint | null;
}>;

export type AllocationRules = Readonly<{
  distributableMinor: bigint;
  decimals: number;
  capBps: number | null;
}>;

export type AllocationResult = Readonly<{
  shares: readonly Share[];
  clearing: Clearing;
  cap: CapDecision | null;
  paidMinor: bigint;
  /** What the cap keeps anyone from taking; it is added to the reserve. */
  undistributedMinor: bigint;
}>;

/**
 * Divides the distributable pool: offers that no cap could ever pay are left out, one clearing rate admits the rest,
 * contributors over the cap get the cap, everyone else a share by weight with the largest remainder. This is the written
 * rule; the engine's result must equal it. `paid + undistributed = distributable`, always.
 */
export function allocate(rules: AllocationRules, offers: readonly ContributorOffer[]): AllocationResult {
  const pool = rules.distributableMinor;
  const clearing = clearFloors(pool, rules.decimals, payableUnderCap(rules, offers));
  const offersOf = grouped(offers, (offer) => offer.contributor);
  const admittedWeights = [...offersOf].map(([key, own]) => ({
    key,
    paid: own.some((offer) => clearing.admitted.has(offer.key)),
    weight: sumOf(
      own.filter((offer) => clearing.admitted.has(offer.key)),
      (offer) => offer.weight,
    ),
  }));
  const paid = admittedWeights.filter((entry) => entry.paid);
  const heaviest = paid.map((entry) => entry.weight).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const cap = rules.capBps === null ? null : decideCap(pool, rules.capBps, heaviest, clearing.weight);
  const isCapped = (weight: bigint) => cap !== null && cap.fromWeight !== null && weight >= cap.fromWeight;
  const portions = new Map(
    divideByWeight(
      cap?.restMinor ?? pool,
      paid.filter((entry) => !isCapped(entry.weight)),
    ).map((portion) => [portion.key, portion]),
  );
  const shares = admittedWeights.map((entry): Share => {
    const own = offersOf.get(entry.key) ?? [];
    const counted = own.filter((offer) => !entry.paid || clearing.admitted.has(offer.key));
    const capped = entry.paid && isCapped(entry.weight);
    const base = capped ? (cap?.capMinor ?? 0n) : (portions.get(entry.key)?.baseMinor ?? 0n);
    const leftover = portions.get(entry.key)?.leftover ?? 0n;
    return {
      contributor: entry.key,
      outcome: entry.paid ? "paid" : "floor_not_met",
      tokens: sumOf(counted, (offer) => offer.tokens),
      weight: sumOf(counted, (offer) => offer.weight),
      baseMinor: base,
      leftover,
      minor: base + leftover,
      capped,
      neededMicros: entry.paid ? null : bestFloor(rules, clearing, own),
    };
  });
  const paidMinor = sumOf(shares, (share) => share.minor);
  return { shares, clearing, cap, paidMinor, undistributedMinor: pool - paidMinor };
}

/**
 * Drops offers that would be paid less than they ask because their contributor is capped: their ask times all the
 * contributor's weight is over the cap. What remains is paid at least its floor, capped or not.
 */
export function payableUnderCap(
  rules: AllocationRules,
  offers: readonly ContributorOffer[],
): readonly ContributorOffer[] {
  if (rules.capBps === null) return offers;
  const cap = capMinor(rules.distributableMinor, rules.capBps);
  const weights = new Map<string, bigint>();
  for (const offer of offers)
    weights.set(offer.contributor, (weights.get(offer.contributor) ?? 0n) + offer.weight);
  const scale = priceScale(rules.decimals);
  return offers.filter((offer) => {
    const asked = (offer.floorMicros ?? 0n) * offer.tokens;
    return asked * (weights.get(offer.contributor) ?? 0n) <= cap * scale * offer.weight;
  });
}

function bestFloor(
  rules: AllocationRules,
  clearing: Clearing,
  offers: readonly ContributorOffer[],
): bigint | null {
  let best: bigint | null = null;
  for (const offer of offers) {
    const floor = clearingFloor(rules.distributableMinor, rules.decimals, clearing, offer);
    if (floor !== null && (best === null || floor > best)) best = floor;
  }
  return best;
}
