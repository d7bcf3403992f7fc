/** Adds up whole numbers; none of them make zero. */
export function sum(values: Iterable<bigint>): bigint {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}

/** Adds up one amount of each item. */
export function sumOf<T>(items: Iterable<T>, amountOf: (item: T) => bigint): bigint {
  let total = 0n;
  for (const item of items) total += amountOf(item);
  return total;
}
