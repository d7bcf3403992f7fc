import { sumOf } from "@/kernel/sum";
import type { EarningsWire } from "@/modules/earnings/schema";
import { type Month, monthsBefore, monthsBetween } from "./month-series";

export const BY = ["platform", "deal"] as const;
export const PERIODS = ["year", "two_years", "all"] as const;
export type Shown = Readonly<{
  currency: string;
  by: (typeof BY)[number];
  period: (typeof PERIODS)[number];
}>;

/** Where money came from; `key` is the platform's or deal's id, empty for money of no deal. */
export type Source = Readonly<{ key: string; name: string; minor: bigint; months: number }>;
export type EarningsView = Readonly<{
  shown: Shown;
  currencies: readonly string[];
  /** The largest first; `head` of them have a bar part of their own, the rest share one. */
  sources: readonly Source[];
  head: readonly Source[];
  months: readonly Month[];
  totalMinor: bigint;
}>;

type Item = EarningsWire["items"][number];

const HEAD = 4;

/** What the address asks for, made sensible: a currency that is there, known ways and periods. */
export function shownFor(items: readonly Item[], asked: Record<string, string | undefined>): Shown {
  const currencies = currenciesOf(items);
  return {
    currency: currencies.find((currency) => currency === asked.currency) ?? currencies[0] ?? "USD",
    by: BY.find((by) => by === asked.by) ?? "platform",
    period: PERIODS.find((period) => period === asked.period) ?? "year",
  };
}

/** Rows of one currency and period as bars, sources and totals. Currencies are never mixed. */
export function earningsView(items: readonly Item[], shown: Shown, now: Date): EarningsView {
  const last = now.toISOString().slice(0, 7);
  const ofCurrency = items.filter((item) => item.amount.currency === shown.currency);
  const first = firstOf(shown.period, ofCurrency, last);
  const inside = ofCurrency.filter((item) => item.month >= first && item.month <= last);
  const sources = sourcesOf(inside, shown.by);
  const head = sources.length > HEAD + 1 ? sources.slice(0, HEAD) : sources;
  const placeOf = new Map(head.map((source, index) => [source.key, index]));
  const width = head.length + (head.length < sources.length ? 1 : 0);
  const months = monthsBetween(first, last).map((month): Month => {
    const parts = Array.from({ length: width }, () => 0n);
    for (const item of inside) {
      if (item.month !== month) continue;
      const place = placeOf.get(keyOf(item, shown.by)) ?? head.length;
      parts[place] = (parts[place] ?? 0n) + BigInt(item.amount.minor);
    }
    return { month, parts };
  });
  const totalMinor = sumOf(sources, (source) => source.minor);
  return { shown, currencies: currenciesOf(items), sources, head, months, totalMinor };
}

function firstOf(period: Shown["period"], items: readonly Item[], last: string): string {
  switch (period) {
    case "year":
      return monthsBefore(last, 11);
    case "two_years":
      return monthsBefore(last, 23);
    case "all":
      return items.map((item) => item.month).toSorted()[0] ?? last;
  }
}

function sourcesOf(items: readonly Item[], by: Shown["by"]): readonly Source[] {
  const found = new Map<string, { name: string; minor: bigint; months: Set<string> }>();
  for (const item of items) {
    const key = keyOf(item, by);
    const name = (by === "deal" ? item.deal?.title : item.deal?.platform.name) ?? "";
    const source = found.get(key) ?? { name, minor: 0n, months: new Set<string>() };
    source.minor += BigInt(item.amount.minor);
    source.months.add(item.month);
    found.set(key, source);
  }
  return [...found]
    .map(([key, { name, minor, months }]) => ({ key, name, minor, months: months.size }))
    .sort((a, b) => (a.minor === b.minor ? (a.key < b.key ? -1 : 1) : a.minor < b.minor ? 1 : -1));
}

/** One row per month and source, newest month first: the rows of the page's CSV file. */
export function rowsOf(
  items: readonly Item[],
  { shown, sources, months }: EarningsView,
): readonly Readonly<{ month: string; source: Source; minor: bigint }>[] {
  const sums = new Map<string, bigint>();
  for (const item of items) {
    if (item.amount.currency !== shown.currency) continue;
    const key = `${item.month} ${keyOf(item, shown.by)}`;
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(item.amount.minor));
  }
  return months.toReversed().flatMap(({ month }) =>
    sources.flatMap((source) => {
      const minor = sums.get(`${month} ${source.key}`);
      return minor === undefined ? [] : [{ month, source, minor }];
    }),
  );
}

const keyOf = (item: Item, by: Shown["by"]): string =>
  (by === "deal" ? item.deal?.id : item.deal?.platform.id) ?? "";

const currenciesOf = (items: readonly Item[]): readonly string[] => [
  ...new Set(items.map((item) => item.amount.currency)),
];
