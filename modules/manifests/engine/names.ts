import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows } from "@/infra/engine";
import { type HandleRule, normaliseHandleName } from "@/modules/works/domain/handle-name";

// Names are bounded before they get here (typed-checks.ts), so a page is some tens of megabytes at the very most.
const PAGE = 10_000;

/**
 * Makes the table `names(raw, name, fault)` for every distinct name SQL did not settle by itself, through the very
 * function that settles handles. A page at a time: millions of distinct names are never in memory at once.
 */
export async function settleNames(
  connection: DuckDBConnection,
  typed: string,
  rule: HandleRule,
  report: (done: number) => Promise<void>,
): Promise<number> {
  await connection.run("CREATE TEMP TABLE names (raw VARCHAR, name VARCHAR, fault VARCHAR)");
  await connection.run(
    `CREATE TEMP TABLE odd_names AS SELECT DISTINCT contributor AS raw FROM ${typed} WHERE odd AND faults IS NULL`,
  );
  const counted = await connection.runAndReadAll("SELECT count(*)::BIGINT AS n FROM odd_names");
  const total = Number(counted.getRows()[0]?.[0] ?? 0);
  for (let from = 0; from < total; from += PAGE) {
    const page = await connection.runAndReadAll(
      `SELECT raw FROM odd_names WHERE rowid >= ${from} AND rowid < ${from + PAGE}`,
    );
    const settled = page.getRows().map(([cell]) => {
      const found = normaliseHandleName(String(cell), rule);
      return "name" in found ? [String(cell), found.name, null] : [String(cell), null, `name_${found.fault}`];
    });
    await appendRows(connection, "names", settled);
    await report(Math.min(total, from + PAGE));
  }
  return total;
}
