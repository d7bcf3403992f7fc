import { dayAgo } from "./acting";
import type { OrganisationKey } from "./cast";
import type { PlatformKey } from "./communities";
import type { DemoDeal } from "./deals";

type Past = Readonly<{
  platform: PlatformKey;
  licensee: OrganisationKey;
  ago: number;
  title: string;
  gross: string;
  rows: number;
  part: number;
  more?: Terms;
  answers?: DemoDeal["answers"];
}>;

type Terms = Partial<DemoDeal["terms"]>;

const SEARCH: Terms = { uses: ["grounding", "indexing"], weighting: "score_log" };
const ASKED: Terms = {
  basis: "consent",
  weights: "open",
  weighting: "per_token",
  contributorShareBps: 7000,
} as const;
const ESSAYS: Terms = {
  basis: "consent",
  purpose: "research",
  weighting: "per_token",
  contributorShareBps: 8000,
  uses: ["evaluation", "post_training"],
  attribution: true,
};
const EURO: Terms = { currency: "EUR", contributorShareBps: 6500 };

/** A year and a half of deals that were paid for and allocated, the oldest first. */
const PAST: readonly Past[] = [
  {
    platform: "harbour",
    licensee: "tidewater",
    ago: 548,
    title: "Woodwork and boats boards for search answers",
    gross: "16800.00",
    rows: 1800,
    part: 0.12,
    more: SEARCH,
  },
  {
    platform: "bench",
    licensee: "northwind",
    ago: 521,
    title: "Benchnotes worked answers, first release",
    gross: "12400.00",
    rows: 900,
    part: 0.3,
    more: ASKED,
  },
  {
    platform: "lantern",
    licensee: "northwind",
    ago: 498,
    title: "Lantern Review essays, 2020 and 2021",
    gross: "14000.00",
    rows: 420,
    part: 0.6,
    more: ESSAYS,
  },
  {
    platform: "harbour",
    licensee: "northwind",
    ago: 462,
    title: "Bread and garden boards, open model",
    gross: "19200.00",
    rows: 1500,
    part: 0.15,
    more: { weights: "open" },
  },
  {
    platform: "werkbank",
    licensee: "kleinstern",
    ago: 436,
    title: "Werkbankforum, Beiträge bis 2022",
    gross: "10800.00",
    rows: 1200,
    part: 0.6,
    more: { ...EURO, weights: "open" },
  },
  {
    platform: "bench",
    licensee: "kleinstern",
    ago: 405,
    title: "Electronics and statistics answers for evaluation",
    gross: "7600.00",
    rows: 700,
    part: 0.25,
    more: { ...ASKED, uses: ["evaluation"] },
  },
  {
    platform: "harbour",
    licensee: "northwind",
    ago: 372,
    title: "Cycling and home repair guides",
    gross: "42000.00",
    rows: 2400,
    part: 0.2,
    more: { reserveBps: 500, reserveReleaseOn: dayAgo(-300) },
  },
  {
    platform: "lantern",
    licensee: "tidewater",
    ago: 338,
    title: "Lantern Review letters and translation",
    gross: "5800.00",
    rows: 300,
    part: 0.4,
    more: { ...ESSAYS, uses: ["grounding"] },
  },
  {
    platform: "werkbank",
    licensee: "tidewater",
    ago: 309,
    title: "Fragen und Antworten zu Holz und Metall",
    gross: "8200.00",
    rows: 1000,
    part: 0.5,
    more: { ...EURO, ...SEARCH },
  },
  {
    platform: "harbour",
    licensee: "northwind",
    ago: 276,
    title: "Harbour Forum, long answers",
    gross: "32000.00",
    rows: 1600,
    part: 0.18,
    more: { weighting: "per_token" },
    answers: [{ person: "hana", choice: "object" }],
  },
  {
    platform: "bench",
    licensee: "kleinstern",
    ago: 243,
    title: "Nursing and chemistry safety answers",
    gross: "14400.00",
    rows: 800,
    part: 0.35,
    more: ASKED,
  },
  {
    platform: "harbour",
    licensee: "tidewater",
    ago: 208,
    title: "Camera and radio boards",
    gross: "24000.00",
    rows: 1700,
    part: 0.16,
    more: SEARCH,
  },
  {
    platform: "lantern",
    licensee: "northwind",
    ago: 181,
    title: "Lantern Review, cities and music",
    gross: "8800.00",
    rows: 360,
    part: 0.5,
    more: ESSAYS,
  },
  {
    platform: "werkbank",
    licensee: "kleinstern",
    ago: 152,
    title: "Werkbankforum, Jahrgang 2024",
    gross: "13200.00",
    rows: 1400,
    part: 0.8,
    more: EURO,
  },
  {
    platform: "harbour",
    licensee: "northwind",
    ago: 118,
    title: "Questions with an accepted answer",
    gross: "37000.00",
    rows: 2000,
    part: 0.2,
    more: { weighting: "per_item" },
  },
];

export const HISTORY: readonly DemoDeal[] = PAST.map((past, index) => ({
  platform: past.platform,
  licensee: past.licensee,
  reportedDaysAgo: past.ago,
  until: "allocated",
  manifest: { rows: past.rows, seed: 101 + index, part: past.part },
  ...(past.answers === undefined ? {} : { answers: past.answers }),
  terms: {
    title: past.title,
    gross: past.gross,
    contributorShareBps: 5500,
    uses: ["pretraining"],
    weights: "closed",
    basis: "platform_terms",
    weighting: "score_log",
    noticeDays: 14,
    termFrom: dayAgo(past.ago - 30),
    termTo: dayAgo(past.ago - 760),
    ...past.more,
  },
}));
