/**
 * The items in order, in parts that double from `first` up to `max`. A caller that stops early fetches few items, and a
 * caller that reads all of them makes few requests.
 */
export function* growingBatches<T>(
  items: readonly T[],
  { first, max }: Readonly<{ first: number; max: number }>,
): Generator<readonly T[]> {
  let size = first;
  for (let from = 0; from < items.length; ) {
    yield items.slice(from, from + size);
    from += size;
    size = Math.min(2 * size, max);
  }
}
