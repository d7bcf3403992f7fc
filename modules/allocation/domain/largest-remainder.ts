import { assert } from "@/kernel/assert";
import { sumOf } from "@/kernel/sum";

export type Weighted = Readonly<{ key: string; weight: bigint }>;
export type Portion = Readonly<{ key: string; baseMinor: bigint; leftover: 0n | 1n; minor: bigint }>;

/** Bytewise order of UTF-8 keys, as every engine sorts them under a binary collation. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const x = left[i]?.codePointAt(0) ?? 0; // Code point order is UTF-8 byte order; UTF-16 order is not.
    const y = right[i]?.codePointAt(0) ?? 0;
    if (x !== y) return x < y ? -1 : 1;
  }
  return left.length < right.length ? -1 : 1;
}

/**
 * Divides `pool` minor units by weight: floor(pool × weight / total), then one leftover unit each to the largest
 * remainders, ties to the smaller key (bytewise). The sum is exactly `pool`, unless all weights are 0: then nobody gets
 * anything. (Largest remainder, also Hamilton's method.) Portions come back in the order given.
 */
export function divideByWeight(pool: bigint, parts: readonly Weighted[]): readonly Portion[] {
  assert(pool >= 0n, "a pool is not negative");
  const total = sumOf(parts, (part) => part.weight);
  if (total === 0n) return parts.map(({ key }) => ({ key, baseMinor: 0n, leftover: 0n, minor: 0n }));
  const exact = parts.map(({ key, weight }) => {
    assert(weight >= 0n, "a weight is not negative");
    return { key, base: (pool * weight) / total, remainder: (pool * weight) % total };
  });
  const leftovers = pool - sumOf(exact, (part) => part.base);
  const lucky = new Set(
    [...exact]
      .sort((a, b) =>
        a.remainder === b.remainder ? compareKeys(a.key, b.key) : a.remainder > b.remainder ? -1 : 1,
      )
      .slice(0, Number(leftovers))
      .map((part) => part.key),
  );
  return exact.map(({ key, base }) => {
    const leftover = lucky.has(key) ? 1n : 0n;
    return { key, baseMinor: base, leftover, minor: base + leftover };
  });
}
