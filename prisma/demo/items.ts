import type { Community } from "./communities";
import { itemsPerContributor, pick, randomFrom } from "./random";

export type DemoItem = Readonly<{
  id: string;
  author: string;
  url: string;
  postedAt: string;
  title: string;
  tokens: number;
  score: number;
  status: string;
  topic: string;
}>;

export type ItemOptions = Readonly<{
  seed: number;
  rows: number;
  regulars: readonly (readonly [handle: string, items: number])[];
  /** First and last year of the posts; 2020 to 2024 when left out. */
  years?: readonly [number, number];
}>;

/** Items of one community in order: `regulars` are named people with a known number of items, the crowd follows. */
export function* itemsOf(community: Community, options: ItemOptions): Generator<DemoItem> {
  const { seed, rows, regulars, years = [2020, 2024] } = options;
  const from = Date.UTC(years[0], 0, 1);
  const span = Date.UTC(years[1], 9, 1) - from;
  const random = randomFrom(seed);
  let made = 0;
  const next = (author: string) => item(community, { random, author, index: made++, seed, from, span });
  for (const [handle, count] of regulars) for (let n = 0; n < count; n++) yield next(handle);
  const [first, second] = community.names;
  while (made < rows) {
    const handle = `${pick(random, first)}-${pick(random, second)}-${Math.floor(random() * 9000 + 1000).toString(36)}`;
    const author = random() < 0.04 ? "[deleted]" : handle;
    for (let n = itemsPerContributor(random); n > 0 && made < rows; n--) yield next(author);
  }
}

function item(
  community: Community,
  of: Readonly<{
    random: () => number;
    author: string;
    index: number;
    seed: number;
    from: number;
    span: number;
  }>,
): DemoItem {
  const { random, author, index, seed } = of;
  const topic = pick(random, community.topics);
  const id = (index * 7919 + seed * 1_000_003 + 100_003).toString(36);
  const title = `${pick(random, community.openings)} ${pick(random, community.subjects)}`;
  const postedAt = new Date(of.from + Math.floor(random() * of.span));
  return {
    id,
    author,
    topic,
    title,
    url: `https://${community.host}/${community.path}/${topic}/${id}`,
    postedAt: `${postedAt.toISOString().slice(0, 19)}Z`,
    tokens: Math.max(8, Math.round(community.tokensTypical * (0.2 + 2.2 * random() ** 2))),
    score: Math.floor(30 * random() ** 4 * (1 / (1.02 - random()))),
    status: random() < 0.015 ? "removed" : "live",
  };
}
