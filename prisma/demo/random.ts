/** A repeatable stream of numbers in [0, 1) (mulberry32, Tommy Ettinger, public domain): the same seed, the same world. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: () => number, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** A heavy tail like a real forum's: six in ten wrote one item, a few wrote hundreds. */
export function itemsPerContributor(random: () => number): number {
  return Math.min(400, Math.max(1, Math.floor(0.75 / (1 - random()) ** 0.85)));
}
