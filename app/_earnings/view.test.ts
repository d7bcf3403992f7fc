import { expect, test } from "vitest";
import { sum } from "@/kernel/sum";
import { earningsView, shownFor } from "./view";

const NOW = new Date("2026-11-23T00:00:00Z");

const item = (month: string, deal: string, minor: string, currency = "USD") => ({
  month,
  amount: { currency, minor },
  deal: { id: deal, title: `Deal ${deal}`, platform: { id: `org_${deal[0]}`, name: `Forum ${deal[0]}` } },
});

const ITEMS = [
  item("2026-10", "a1", "700"),
  item("2026-10", "b1", "200"),
  item("2026-09", "a2", "-50"),
  item("2026-09", "a1", "30", "EUR"),
  item("2024-01", "a1", "5"),
];

test("currencies are never mixed, and months without money are there", () => {
  const view = earningsView(ITEMS, shownFor(ITEMS, {}), NOW);
  expect(view.shown).toEqual({ currency: "USD", by: "platform", period: "year" });
  expect(view.months).toHaveLength(12);
  expect(view.sources.map(({ name, minor }) => [name, minor])).toEqual([
    ["Forum a", 650n],
    ["Forum b", 200n],
  ]);
  expect(view.totalMinor).toBe(850n);
  expect(view.months.find((month) => month.month === "2026-10")?.parts).toEqual([700n, 200n]);
  expect(view.months.at(-1)).toEqual({ month: "2026-11", parts: [0n, 0n] });
});

test("everything there is, by deal, of the currency asked for", () => {
  const all = earningsView(ITEMS, shownFor(ITEMS, { by: "deal", period: "all" }), NOW);
  expect(all.months[0]?.month).toBe("2024-01");
  expect(all.sources.map((source) => source.key)).toEqual(["a1", "b1", "a2"]);
  expect(shownFor(ITEMS, { currency: "EUR" }).currency).toBe("EUR");
  expect(shownFor(ITEMS, { currency: "XXX", by: "moon", period: "7" })).toEqual({
    currency: "USD",
    by: "platform",
    period: "year",
  });
  expect(earningsView([], shownFor([], {}), NOW).totalMinor).toBe(0n);
});

test("many sources keep their own line, the smaller share one bar part", () => {
  const many = Array.from({ length: 9 }, (_, n) => item("2026-10", `${n}x`, String(100 - n)));
  const view = earningsView(many, shownFor(many, {}), NOW);
  expect(view.sources).toHaveLength(9);
  expect(view.head).toHaveLength(4);
  const october = view.months.find((month) => month.month === "2026-10");
  expect(october?.parts).toHaveLength(5);
  expect(sum(october?.parts ?? [])).toBe(view.totalMinor);
});
