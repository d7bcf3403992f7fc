import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import en from "@/messages/en/ui.json";
import { cellsOf, drawn } from "@/test/factories/drawn";
import { Histogram, Waterfall } from "./chart/bar-table";
import { ColumnChart } from "./chart/column-chart";
import { FlowBar } from "./chart/flow-bar";
import { Stat, Stats } from "./chart/stat";
import { MicrosText, MoneyText } from "./text/money";
import { BpsText, DateText, InstantText, MonthText, NumberText, RelativeText } from "./text/numbers";

const usd = (minor: bigint | number) => ({ currency: "USD", minor: String(minor) });
const read = (node: ReactNode, locale: "en" | "de" = "en") => drawn(node, { locale }).text;

describe("an amount", () => {
  test("is exact, grouped, with its currency; for programs in minor units, with the name of its figure", () => {
    const page = drawn(<MoneyText money={usd(123_456_789)} figure="deal.gross:deal_1" />);
    expect(page.text).toBe("1,234,567.89USD");
    expect(page.one("data").attributes).toMatchObject({
      ...{ value: "123456789 USD", "data-figure": "deal.gross:deal_1" },
    });
    expect(read(<MoneyText money={usd(123_456_789)} figure="x" />, "de")).toBe("1.234.567,89USD");
  });

  test("beyond what a number can hold keeps every digit", () => {
    expect(read(<MoneyText money={usd(9_007_199_254_740_993n)} figure="x" />)).toBe(
      "90,071,992,547,409.93USD",
    );
  });

  test("has the decimals of its currency, a minus of its own, and a plus where it is asked for", () => {
    expect(read(<MoneyText money={{ currency: "JPY", minor: "1250" }} figure="x" />)).toBe("1,250JPY");
    expect(read(<MoneyText money={usd(-5)} figure="x" />)).toBe("\u22120.05USD");
    expect(read(<MoneyText money={usd(5)} figure="x" signed />)).toBe("+0.05USD");
  });

  test("as a rate is never rounded", () => {
    expect(read(<MicrosText currency="USD" micros={2400} figure="x" />)).toBe("0.0024USD");
    expect(read(<MicrosText currency="USD" micros="10000" figure="x" />)).toBe("0.01USD");
    expect(read(<MicrosText currency="USD" micros={1n} figure="x" />)).toBe("0.000001USD");
  });
});

describe("numbers and days", () => {
  test("are written as the language does, and carried plainly for programs", () => {
    const page = drawn(<NumberText value="1234567" figure="rows" />);
    expect([page.text, page.one("data").attributes.value]).toEqual(["1,234,567", "1234567"]);
    expect(read(<NumberText value={1234567} figure="rows" />, "de")).toBe("1.234.567");
    expect(read(<BpsText bps={1250} />)).toBe("12.5%");
    expect(read(<BpsText bps={1250} />, "de")).toBe("12,5 %");
  });

  test("of a day, a month and an instant are UTC wherever the reader is", () => {
    const at = "2026-11-23T23:59:59.999Z";
    expect(read(<DateText at={at} />)).toBe("23 Nov 2026");
    expect(read(<MonthText at={at} />)).toBe("Nov 2026");
    const page = drawn(<InstantText at={at} />);
    expect(page.text).toBe("23 Nov 2026, 23:59 UTC");
    expect(page.one("time").attributes).toMatchObject({ datetime: at, title: at });
    expect(read(<DateText at={at} />, "de")).toBe("23. Nov. 2026");
  });

  test.each([
    ["2026-12-06T12:00:00Z", "in 6 days"],
    ["2026-12-14T11:59:30Z", "in 14 days"],
    ["2026-11-30T09:00:00Z", "3 hours ago"],
    ["2026-11-30T09:00:01Z", "2 hours ago"],
    ["2026-11-30T12:05:00Z", "in 5 minutes"],
    ["2026-11-30T12:00:20Z", en.relative.soon],
    ["2026-11-30T11:59:40Z", en.relative.now],
  ])("%s is %s", (at, words) => {
    expect(read(<RelativeText at={at} now="2026-11-30T12:00:00Z" />)).toBe(words);
  });
});

describe("where the money of a deal goes", () => {
  const part = (key: string, minor: number) =>
    ({ key, label: key, money: usd(minor), tone: "yours" }) as const;
  const flow = (minors: readonly number[]) =>
    drawn(
      <FlowBar
        total={usd(minors.reduce((sum, minor) => sum + minor, 0))}
        figure={(name) => `flow.${name}`}
        parts={minors.map((minor, at) => part(`part ${at}`, minor))}
        label="Where it goes"
      />,
    );

  test("is a table of exact amounts, whose percents add up to the whole", () => {
    const [head, ...rows] = cellsOf(flow([33_333, 33_333, 33_334]).one("table"));
    expect(head).toEqual([en.flow.where, en.flow.amount, en.flow.part]);
    expect(rows.map(([, amount]) => amount)).toEqual(["333.33USD", "333.33USD", "333.34USD", "1,000.00USD"]);
    const percents = rows
      .slice(0, -1)
      .map(([, , percent]) => Math.round(Number.parseFloat(percent ?? "") * 10));
    expect(percents.reduce((sum, tenths) => sum + tenths, 0)).toBe(1_000);
    expect(rows.at(-1)?.[2]).toBe("100%");
  });

  test("draws a part for each amount to scale, and none for nothing", () => {
    const bars = flow([75_000, 0, 25_000]).all("rect", { y: "0" });
    expect(bars.map(({ attributes }) => Number(attributes.width))).toEqual([748, 248]);
    expect(bars.map(({ attributes }) => Number(attributes.x))).toEqual([0, 750]);
  });

  test("names each figure, so that it can be compared with the books", () => {
    const named = flow([100])
      .all("data")
      .map(({ attributes }) => attributes["data-figure"]);
    expect(named).toEqual(["flow.part 0", "flow.gross"]);
  });

  test("of nothing is nothing, and says so", () => {
    const [, row] = cellsOf(flow([0]).one("table"));
    expect(row).toEqual(["part 0", "0.00USD", "–"]);
  });
});

test("a waterfall ends at what is left, and each step begins where the last one ended", () => {
  const page = drawn(
    <Waterfall
      caption="From gross to pool"
      heads={["Step", "Amount"]}
      whole={{ label: "Gross", minor: "1000" }}
      steps={[
        { key: "fee", label: "Fee", minor: "-30", tone: "fee" },
        { key: "back", label: "Given back", minor: "10", tone: "yours" },
      ]}
      rest={{ label: "Pool", tone: "yours" }}
      currency="USD"
    />,
  );
  expect(cellsOf(page.one("table")).slice(1)).toEqual([
    ["Gross", "10.00 USD"],
    ["Fee", "\u22120.30 USD"],
    ["Given back", "0.10 USD"],
    ["Pool", "9.80 USD"],
  ]);
  const bars = page
    .all("rect", { x: true })
    .map(({ attributes: { x, width } }) => [Math.round(Number(x)), Math.round(Number(width))]);
  expect(bars).toEqual([
    [0, 1000],
    [970, 30],
    [970, 10],
    [0, 980],
  ]);
});

test("a histogram says each number; a bar is as long as its number to the largest", () => {
  const page = drawn(
    <Histogram
      caption="Shares"
      binHead="Amount"
      series={[
        { label: "Before", tone: "before" },
        { label: "Now", tone: "yours" },
      ]}
      bins={[
        { key: "a", label: "up to 1", values: ["1000", 500n] },
        { key: "b", label: "more", values: ["0", "1"] },
      ]}
    />,
  );
  expect(cellsOf(page.one("table"))).toEqual([
    ["Amount", "Before", "Now"],
    ["up to 1", "1,000", "500"],
    ["more", "0", "1"],
  ]);
  const widths = page.all("rect", { x: true }).map(({ attributes }) => Number(attributes.width));
  expect(widths).toEqual([1000, 500, 0, 2]); // What is there but small is still seen.
});

test("a chart of columns has its exact figures in a table, and hides its picture from readers of it", () => {
  const page = drawn(
    <ColumnChart
      label="Earnings"
      columnHead="Month"
      unit={{ currency: "USD" }}
      series={[
        { key: "paid", label: "Paid", tone: "yours" },
        { key: "held", label: "On hold", tone: "held" },
      ]}
      columns={[
        { key: "1", label: "Jan", values: { paid: "12345" } },
        { key: "2", label: "Feb", values: { paid: 0n, held: "5" } },
      ]}
    />,
  );
  expect(cellsOf(page.one("table"))).toEqual([
    ["Month", "Paid", "On hold"],
    ["Jan", "123.45 USD", "0.00 USD"],
    ["Feb", "0.00 USD", "0.05 USD"],
  ]);
  expect(page.all("div", { title: true }).map(({ attributes }) => attributes.title)).toEqual([
    "Jan · Paid · 123.45\u00a0USD",
    "Feb · On hold · 0.05\u00a0USD",
  ]);
});

test("figures that stand in a row are each named", () => {
  const page = drawn(
    <Stats>
      <Stat label="Available" value="1.00 USD" />
      <Stat label="Pending" value="2.00 USD" hint="Until it is sealed" tone="waiting" />
    </Stats>,
  );
  expect(page.texts("dt")).toEqual(["Available", "Pending"]);
  expect(page.texts("dd")).toEqual(["1.00 USD", "2.00 USD", "Until it is sealed"]);
});
