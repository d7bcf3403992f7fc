/** The platforms of the demo world that have communities. */
export type PlatformKey = "harbour" | "lantern" | "bench" | "werkbank";

/** Where on its host each platform keeps the profiles of its members. */
export const PROFILES: Readonly<Record<PlatformKey, string>> = {
  harbour: "/u/",
  lantern: "/authors/",
  bench: "/people/",
  werkbank: "/mitglied/",
};

/** A platform of the demo world and how its people write. Everything here is made up by this generator. */
export type Community = Readonly<{
  key: string;
  host: string;
  path: string;
  topics: readonly string[];
  openings: readonly string[];
  subjects: readonly string[];
  /** Handles of the crowd are made of one word of each list and a number. */
  names: readonly [first: readonly string[], second: readonly string[]];
  tokensTypical: number;
}>;

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
    "darn a torn sail",
    "season oak for a bench",
    "proof rye overnight",
    "index gears that slip",
    "save tomato seed",
    "insulate a crawl space",
    "read tide tables",
    "wind a balun",
    "scan old negatives",
  ],
  names: [FIRST, SECOND],
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
  names: [FIRST, SECOND],
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
  names: [FIRST, SECOND],
  tokensTypical: 620,
};

export const WORKSHOP: Community = {
  key: "werkbank",
  host: "werkbankforum.example",
  path: "faden",
  topics: ["holz", "metall", "garten", "fahrrad", "elektrik", "haus"],
  openings: [
    "Wie bekomme ich es hin,",
    "Meine Erfahrungen damit,",
    "Anleitung in Ruhe:",
    "Drei Fehler beim Versuch,",
    "Lohnt es sich,",
    "Bilderstrecke:",
  ],
  subjects: [
    "ein Hobeleisen von Hand zu schärfen",
    "eine Zinkenverbindung sauber anzureißen",
    "alte Fenster neu zu verkitten",
    "einen Apfelbaum im März zu veredeln",
    "ein Laufrad ohne Ständer zu zentrieren",
    "Bohrer am Schleifbock nachzuschleifen",
    "Lehmputz im Altbau auszubessern",
    "eine Regentonne frostsicher anzuschließen",
    "Messing weich zu löten",
    "einen Dielenboden zu ölen",
  ],
  names: [
    ["stille", "kleine", "graue", "flinke", "alte", "helle", "rote", "ruhige", "wache", "nasse"],
    ["amsel", "werkbank", "esche", "schraube", "gießkanne", "feile", "linde", "hummel", "zange", "birke"],
  ],
  tokensTypical: 210,
};
