import { itemsPerContributor, pick, randomFrom } from "./random";

/** A platform of the demo world and how its people write. Everything here is made up by this generator. */
export type Community = Readonly<{
  key: string;
  host: string;
  path: string;
  topics: readonly string[];
  openings: readonly string[];
  subjects: readonly string[];
  tokensTypical: number;
}>;

export const FORUM: Community = {
  key: "harbour",
  host: "harbourforum.example",
  path: "t",
  topics: ["woodwork", "bread", "cycling", "gardening", "home-repair", "small-boats", "radio", "cameras"],
  openings: [
    "How do you",
    "What finally worked when I tried to",
    "A patient guide to how I",
    "Lessons from the year I learned to",
    "Is there a better way to",
    "Before you",
  ],
  subjects: [
    "sharpen a plane iron",
    "keep a sourdough starter through winter",
    "true a wheel without a stand",
    "graft an apple tree",
    "find a slow leak",
    "re-caulk a clinker hull",
    "tune a loop antenna",
    "meter for snow",
    "mend a torn sail",
    "season oak for a bench",
    "proof rye overnight",
    "index gears that slip",
    "save tomato seed",
    "insulate a crawl space",
    "read tide tables",
    "wind a balun",
    "scan old negatives",
  ],
  tokensTypical: 160,
};

export const PUBLISHER: Community = {
  key: "lantern",
  host: "lanternreview.example",
  path: "essays",
  topics: ["history", "science", "letters", "cities", "music", "translation"],
  openings: [
    "On",
    "A short history of",
    "Notes towards",
    "In praise of",
    "The quiet work of",
    "What we owe to",
  ],
  subjects: [
    "public clocks",
    "the last telegraph office",
    "marginal notes",
    "river bridges",
    "apprentice printers",
    "field recordings",
    "unfinished maps",
    "night trains",
    "the index card",
    "lighthouse keepers",
    "translating proverbs",
    "rain in cities",
  ],
  tokensTypical: 2400,
};

export const EXPERTS: Community = {
  key: "bench",
  host: "benchnotes.example",
  path: "q",
  topics: ["electronics", "statistics", "chemistry-safety", "compilers", "structures", "nursing"],
  openings: [
    "Why does",
    "When should one",
    "How to reason about",
    "Worked answer:",
    "Checking the claim that",
    "What goes wrong when",
  ],
  subjects: [
    "a regulator oscillate under light load",
    "a confidence interval cover zero",
    "two reagents never share a shelf",
    "register spilling dominate a loop",
    "a cantilever ring after a step load",
    "a pulse oximeter read high",
    "a prior swamp the data",
    "dead code keep a lock alive",
    "shear govern a short beam",
  ],
  tokensTypical: 620,
};

const FIRST = [
  "quiet",
  "amber",
  "mossy",
  "north",
  "paper",
  "slow",
  "bright",
  "copper",
  "early",
  "salt",
  "linen",
  "hollow",
  "kind",
  "plain",
  "silver",
  "wandering",
  "autumn",
  "steady",
];
const SECOND = [
  "heron",
  "lantern",
  "harbour",
  "thistle",
  "kettle",
  "compass",
  "birch",
  "otter",
  "anvil",
  "meadow",
  "sparrow",
  "ferry",
  "orchard",
  "needle",
  "pebble",
  "willow",
  "cello",
  "finch",
];

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

/** Items of one community in order: `regulars` are named people with a known number of items, the crowd follows. */
export function* itemsOf(
  community: Community,
  options: { seed: number; rows: number; regulars: readonly (readonly [handle: string, items: number])[] },
): Generator<DemoItem> {
  const random = randomFrom(options.seed);
  let made = 0;
  for (const [handle, count] of options.regulars)
    for (let n = 0; n < count; n++) yield item(community, random, handle, made++);
  while (made < options.rows) {
    const handle = `${pick(random, FIRST)}-${pick(random, SECOND)}-${Math.floor(random() * 9000 + 1000).toString(36)}`;
    const author = random() < 0.04 ? "[deleted]" : handle;
    for (let n = itemsPerContributor(random); n > 0 && made < options.rows; n--)
      yield item(community, random, author, made++);
  }
}

function item(community: Community, random: () => number, author: string, index: number): DemoItem {
  const topic = pick(random, community.topics);
  const id = (index * 7919 + 100_003).toString(36);
  const title = `${pick(random, community.openings)} ${pick(random, community.subjects)}`;
  const day = 18_262 + Math.floor(random() * 2000); // 2020-01-01 and five and a half years on
  return {
    id,
    author,
    topic,
    title,
    url: `https://${community.host}/${community.path}/${topic}/${id}`,
    postedAt: `${new Date(day * 86_400_000 + Math.floor(random() * 86_400) * 1000).toISOString().slice(0, 19)}Z`,
    tokens: Math.max(8, Math.round(community.tokensTypical * (0.2 + 2.2 * random() ** 2))),
    score: Math.floor(30 * random() ** 4 * (1 / (1.02 - random()))),
    status: random() < 0.015 ? "removed" : "live",
  };
}
