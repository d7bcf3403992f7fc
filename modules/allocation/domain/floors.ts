import { compareKeys } from "./largest-remainder";

/**
 * One thing that may be licensed at a price: all rows of a contributor under one floor. `floorMicros` is the least price of
 * 1,000 tokens in millionths of the major unit (null or 0: none). `draw` orders equal floors: a hash of the run's input
 * digest and the key, so that no name is favoured.
 */
export type Offer = Readonly<{
  key: string;
  tokens: bigint;
  weight: bigint;
  floorMicros: bigint | null;
  draw: string;
}>;

/** An exact fraction with a positive denominator. */
export type Rational = Readonly<{ num: bigint; den: bigint }>;

export type Clearing = Readonly<{
  /** Keys of the offers that are in. */
  admitted: ReadonlySet<string>;
  /** Weight of what is in. */
  weight: bigint;
  /** The highest floor that is met, per unit of weight, as micro-units × tokens ÷ weight; null when nobody in has one. */
  marginal: Rational | null;
  /** What the first refused offer asks per unit of weight; null when nobody was refused for their price. */
  blocking: Rational | null;
}>;

/**
 * How many (micros per 1,000 tokens) × tokens one minor unit is worth: 10^9 ÷ 10^decimals. A pool times this, divided by
 * weight, is comparable with floor × tokens ÷ weight without any rounding.
 */
export function priceScale(decimals: number): bigint {
  return 10n ** BigInt(9 - decimals);
}

/** What the offer asks per unit of weight, or null when nothing could ever pay it (tokens with a price, but no weight). */
export function askOf(offer: Offer): Rational | null {
  const asked = (offer.floorMicros ?? 0n) * offer.tokens;
  if (asked === 0n) return { num: 0n, den: 1n };
  return offer.weight === 0n ? null : { num: asked, den: offer.weight };
}

export function compareRationals(a: Rational, b: Rational): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left === right ? 0 : left < right ? -1 : 1;
}

/**
 * One clearing rate. Offers are sorted by what they ask per unit of weight (equal ones by their draw); the largest k is
 * taken with pool ÷ weight(first k) ≥ ask of the k-th, compared before rounding. As asks only rise and the rate only
 * falls along the list, the first that does not fit ends it, and everyone in is paid at least their floor.
 */
export function clearFloors(poolMinor: bigint, decimals: number, offers: readonly Offer[]): Clearing {
  const money = poolMinor * priceScale(decimals);
  const asking = offers.flatMap((offer) => {
    const ask = askOf(offer);
    return ask === null ? [] : [{ offer, ask }];
  });
  asking.sort(
    (a, b) =>
      compareRationals(a.ask, b.ask) ||
      (a.ask.num === 0n ? 0 : compareKeys(a.offer.draw, b.offer.draw)) ||
      compareKeys(a.offer.key, b.offer.key),
  );
  const admitted = new Set<string>();
  let weight = 0n;
  let marginal: Rational | null = null;
  let blocking: Rational | null = null;
  for (const { offer, ask } of asking) {
    const next = weight + offer.weight;
    if (ask.num * next > money * ask.den) {
      blocking = ask;
      break;
    }
    weight = next;
    if (ask.num > 0n) marginal = ask;
    admitted.add(offer.key);
  }
  return { admitted, weight, marginal, blocking };
}

/**
 * The highest floor (micros per 1,000 tokens, rounded down) at which a refused offer would have been in: it must fit with
 * everyone who is in, and ask less than the first refused offer. Null for an offer without tokens or weight: no price could
 * help.
 */
export function clearingFloor(
  poolMinor: bigint,
  decimals: number,
  clearing: Pick<Clearing, "weight" | "blocking">,
  offer: Pick<Offer, "tokens" | "weight">,
): bigint | null {
  if (offer.tokens === 0n || offer.weight === 0n) return null;
  const fits =
    (poolMinor * priceScale(decimals) * offer.weight) / ((clearing.weight + offer.weight) * offer.tokens);
  if (clearing.blocking === null) return fits;
  const { num, den } = clearing.blocking;
  const below = (num * offer.weight - 1n) / (den * offer.tokens); // the largest integer strictly below the blocking ask
  return below < fits ? below : fits;
}
