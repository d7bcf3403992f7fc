/** Steps on which amounts are counted: 1, 3, 10, 30 … minor units, so that each decade has two bars. */
export const LADDER: readonly bigint[] = Array.from({ length: 26 }, (_, step) =>
  step % 2 === 0 ? 10n ** BigInt(step / 2) : 3n * 10n ** BigInt((step - 1) / 2),
);

/** Contributors by how many items are theirs: most have one, a few have thousands. */
export const ITEM_STEPS: readonly bigint[] = [1n, 2n, 10n, 100n, 1000n];

/** What is little money in a currency: one dollar, euro or franc; a hundred where there is no smaller unit. */
export function smallAmount(decimals: number): bigint {
  return decimals === 0 ? 100n : 10n ** BigInt(decimals);
}

/** How many people the top hundredth are: at least one, so that there is always somebody to speak of. */
export function topHundredth(people: bigint): bigint {
  return people === 0n ? 0n : (people + 99n) / 100n;
}
