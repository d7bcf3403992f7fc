import type { DuckDBConnection } from "@duckdb/node-api";
import { assert } from "@/kernel/assert";
import { firstRow } from "../read";

/**
 * Throws unless every contributor of table `table` is in the relation `among`. Names that our own code carried out of the engine and
 * back are joined by their text; a join that misses one would read as "nothing of this share is anybody else's".
 */
export async function assertFound(connection: DuckDBConnection, table: string, among: string): Promise<void> {
  const { n } = await firstRow(
    connection,
    `SELECT count(*) AS n FROM ${table} t WHERE t.contributor IS NULL OR NOT EXISTS (FROM ${among} a WHERE a.contributor = t.contributor)`,
  );
  assert(n === "0", `${n} contributors of ${table} are not among the shares`);
}
