import { DuckDBBlobValue, type DuckDBConnection } from "@duckdb/node-api";
import { assert } from "@/kernel/assert";
import { appendRows, type Cell } from "./engine";

const PAGE = 10_000;

/** As `encode(text)` gives it. The engine's own reading of text swallows a byte-order mark at the beginning; this keeps it. */
export function exactText(cell: unknown): string {
  assert(cell instanceof DuckDBBlobValue, "a text leaves the engine as encode(text)");
  return EXACT.decode(cell.bytes);
}

const EXACT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export type Settling = Readonly<{
  /** The table that is made: `raw`, then these columns. */
  into: string;
  /** Names and types of what `of` answers, in its order. */
  columns: readonly (readonly [name: string, type: string])[];
  /** A query of one column `raw`; texts may repeat, NULL is passed over. */
  select: string;
  of(raw: string): readonly Cell[];
  report?(done: number, total: number): Promise<void>;
}>;

/**
 * Makes table `into(raw, …)`: each distinct text of a query with our own code's facts about it, page by page, because
 * millions of texts do not fit in memory. Joins them by ordinal: a text that left the engine is no safe key. Returns the
 * number of texts. Read the table through `settled`.
 */
export async function settleTexts(connection: DuckDBConnection, settling: Settling): Promise<number> {
  const { into, columns, select, of, report } = settling;
  const names = columns.map(([name]) => name).join(", ");
  const typed = columns.map(([name, type]) => `${name} ${type}`).join(", ");
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE ${into}_raw AS
      SELECT (row_number() OVER () - 1)::INTEGER AS n, raw FROM (SELECT DISTINCT raw FROM (${select}) WHERE raw IS NOT NULL);
    CREATE OR REPLACE TEMP TABLE ${into}_said (n INTEGER, ${typed});`);
  const total = await countOf(connection, `${into}_raw`);
  for (let from = 0; from < total; from += PAGE) {
    const page = await connection.runAndReadAll(
      `SELECT n, encode(raw) FROM ${into}_raw WHERE n >= ${from} AND n < ${from + PAGE}`,
    );
    const said = page.getRows().map(([n, raw]): readonly Cell[] => [Number(n), ...of(exactText(raw))]);
    await appendRows(connection, `${into}_said`, said);
    await report?.(Math.min(total, from + PAGE), total);
  }
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${into} AS SELECT raw, ${names} FROM ${into}_raw JOIN ${into}_said USING (n);
     DROP TABLE ${into}_raw; DROP TABLE ${into}_said;`,
  );
  const settled = await countOf(connection, into);
  assert(settled === total, `${into}: ${settled} of ${total} texts were settled`);
  return total;
}

/**
 * SQL for a column of a LEFT JOIN with a table of `settleTexts` (`alias`). NULL means what it says only where the row was
 * found; where `expected` holds and it was not, the statement fails with the table's name.
 */
export function settled(alias: string, table: string, expected: string, value: string): string {
  return `CASE WHEN (${expected}) AND ${alias}.raw IS NULL THEN error('invariant broken: a text is missing from ${table}') ELSE ${value} END`;
}

async function countOf(connection: DuckDBConnection, table: string): Promise<number> {
  const reader = await connection.runAndReadAll(`SELECT count(*)::BIGINT AS n FROM ${table}`);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}
