import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import { sumOf } from "@/kernel/sum";
import { ITEM_STEPS, LADDER, smallAmount, topHundredth } from "../domain/histogram-buckets";
import { firstRow, rowsOf } from "./read";

/** How a split's money lies among its people; amounts in minor units, all numbers as text. */
export type Distribution = Readonly<{
  people: string;
  totalMinor: string;
  quantiles: Readonly<Record<"p10" | "p25" | "median" | "p75" | "p90" | "max", string>>;
  meanMinor: string;
  small: Readonly<{ belowMinor: string; people: string; minor: string }>;
  top: Readonly<{ people: string; minor: string }>;
  /** Every step from the smallest amount anybody gets to the largest, empty ones too. */
  buckets: Readonly<{ fromMinor: string; toMinor: string; people: string; minor: string }>[];
}>;

/** One pass over the shares for the counts, one for the order: for ten million people some seconds, in bounded memory. */
export async function distributionOf(
  connection: DuckDBConnection,
  shares: string,
  decimals: number,
): Promise<Distribution> {
  await connection.run(
    `CREATE OR REPLACE TEMP VIEW paid AS SELECT minor FROM read_parquet(${sqlText(shares)}) WHERE outcome = 'paid'`,
  );
  const below = smallAmount(decimals);
  const all = await firstRow(
    connection,
    `SELECT count(*) AS people, coalesce(sum(minor), 0) AS total, coalesce(sum(minor) // greatest(count(*), 1), 0) AS mean,
       count(*) FILTER (WHERE minor < ${below}) AS small, coalesce(sum(minor) FILTER (WHERE minor < ${below}), 0) AS small_minor,
       coalesce(quantile_disc(minor, 0.1), 0) AS p10, coalesce(quantile_disc(minor, 0.25), 0) AS p25,
       coalesce(quantile_disc(minor, 0.5), 0) AS median, coalesce(quantile_disc(minor, 0.75), 0) AS p75,
       coalesce(quantile_disc(minor, 0.9), 0) AS p90, coalesce(max(minor), 0) AS max FROM paid`,
  );
  const number = (name: string) => all[name] ?? "0";
  const top = topHundredth(BigInt(number("people")));
  const { minor: topMinor = "0" } = await firstRow(
    connection,
    `SELECT coalesce(sum(minor), 0) AS minor FROM (SELECT minor FROM paid ORDER BY minor DESC LIMIT ${top})`,
  );
  return {
    people: number("people"),
    totalMinor: number("total"),
    quantiles: {
      p10: number("p10"),
      p25: number("p25"),
      median: number("median"),
      p75: number("p75"),
      p90: number("p90"),
      max: number("max"),
    },
    meanMinor: number("mean"),
    small: { belowMinor: String(below), people: number("small"), minor: number("small_minor") },
    top: { people: String(top), minor: topMinor },
    buckets: await bucketsOf(connection),
  };
}

/** Steps: amounts of zero are step 0, then one step a rung of the ladder. */
async function bucketsOf(connection: DuckDBConnection): Promise<Distribution["buckets"]> {
  const rows = await rowsOf(
    connection,
    `SELECT ${stepSql("minor", LADDER)} AS step, count(*) AS people, sum(minor) AS minor FROM paid GROUP BY 1 ORDER BY 1`,
  );
  const found = new Map(rows.map((row) => [Number(row.step), row]));
  const steps = [...found.keys()];
  if (steps.length === 0) return [];
  const [first, last] = [Math.min(...steps), Math.max(...steps)];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const step = first + at;
    return {
      fromMinor: String(step === 0 ? 0n : LADDER[step - 1]),
      toMinor: String(LADDER[step] ?? 0n),
      people: found.get(step)?.people ?? "0",
      minor: found.get(step)?.minor ?? "0",
    };
  });
}

/** How many rungs of a ladder a value has reached. */
function stepSql(value: string, ladder: readonly bigint[]): string {
  const whens = ladder.map((rung, step) => `WHEN ${value} < ${rung} THEN ${step}`);
  return `CASE ${whens.join(" ")} ELSE ${ladder.length} END`;
}

/** What another split means for the people of this one: who would gain, who would lose, and how much. */
export type Comparison = Readonly<{
  gain: Readonly<{ people: string; minor: string }>;
  lose: Readonly<{ people: string; minor: string }>;
  same: Readonly<{ people: string }>;
  groups: Readonly<{
    fromItems: string;
    toItems: string | null;
    people: string;
    gain: string;
    lose: string;
    beforeMinor: string;
    afterMinor: string;
  }>[];
  /** Those for whom most changes, the largest change first. */
  most: Readonly<{ gain: Changed[]; lose: Changed[] }>;
}>;

export type Changed = Readonly<{
  contributor: string;
  items: string;
  beforeMinor: string;
  afterMinor: string;
}>;

const MOST_LISTED = 10;

/**
 * Compares two splits of one deal. A contributor has the same pseudonym in both; a contributor in one alone gets nothing in
 * the other.
 */
export async function comparisonOf(
  connection: DuckDBConnection,
  files: Readonly<{ before: string; after: string }>,
): Promise<Comparison> {
  await connection.run(
    `CREATE OR REPLACE TEMP VIEW pair AS SELECT coalesce(a.contributor, b.contributor) AS contributor, pseudonym, greatest(coalesce(a.rows, 0), coalesce(b.rows, 0), 1) AS items,
       coalesce(a.minor, 0) AS before, coalesce(b.minor, 0) AS after
     FROM read_parquet(${sqlText(files.before)}) a FULL JOIN read_parquet(${sqlText(files.after)}) b USING (pseudonym)`,
  );
  const rows = await rowsOf(
    connection,
    `SELECT ${stepSql("items", ITEM_STEPS)} AS step, count(*) AS people,
       count(*) FILTER (WHERE after > before) AS gain, count(*) FILTER (WHERE after < before) AS lose,
       coalesce(sum(after - before) FILTER (WHERE after > before), 0) AS gain_minor,
       coalesce(sum(before - after) FILTER (WHERE after < before), 0) AS lose_minor,
       sum(before) AS before, sum(after) AS after FROM pair GROUP BY 1 ORDER BY 1`,
  );
  const most = async (better: boolean): Promise<Changed[]> => {
    const [more, less] = better ? ["after", "before"] : ["before", "after"];
    const found = await rowsOf(
      connection,
      `SELECT contributor, items, before, after FROM pair WHERE ${more} > ${less}
       ORDER BY ${more} - ${less} DESC, pseudonym LIMIT ${MOST_LISTED}`,
    );
    return found.map(({ contributor, items, before, after }) => ({
      contributor: contributor ?? "",
      items: items ?? "0",
      beforeMinor: before ?? "0",
      afterMinor: after ?? "0",
    }));
  };
  const sum = (name: string) => String(sumOf(rows, (row) => BigInt(row[name] ?? 0)));
  return {
    gain: { people: sum("gain"), minor: sum("gain_minor") },
    lose: { people: sum("lose"), minor: sum("lose_minor") },
    same: { people: String(BigInt(sum("people")) - BigInt(sum("gain")) - BigInt(sum("lose"))) },
    groups: rows.map((row) => ({
      fromItems: String(ITEM_STEPS[Number(row.step) - 1] ?? 1n),
      toItems: lastOf(ITEM_STEPS[Number(row.step)]),
      people: row.people ?? "0",
      gain: row.gain ?? "0",
      lose: row.lose ?? "0",
      beforeMinor: row.before ?? "0",
      afterMinor: row.after ?? "0",
    })),
    most: { gain: await most(true), lose: await most(false) },
  };
}

const lastOf = (next: bigint | undefined): string | null => (next === undefined ? null : String(next - 1n));
