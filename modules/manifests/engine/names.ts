import type { DuckDBConnection } from "@duckdb/node-api";
import { type HandleRule, normaliseHandleName } from "@/modules/works/domain/handle-name";

/**
 * Makes the table `names(raw, name, fault)` for every distinct name SQL did not settle by itself, through the very
 * function that settles handles. Streamed: millions of distinct names are never in memory at once.
 */
export async function settleNames(
  connection: DuckDBConnection,
  typed: string,
  rule: HandleRule,
  report: (done: number) => Promise<void>,
): Promise<number> {
  await connection.run("CREATE TEMP TABLE names (raw VARCHAR, name VARCHAR, fault VARCHAR)");
  await connection.run(
    `CREATE TEMP TABLE odd AS SELECT DISTINCT contributor AS raw FROM ${typed} WHERE odd AND faults IS NULL`,
  );
  const result = await connection.stream("SELECT raw FROM odd");
  // The reader streams from the same connection, so what is settled is kept a chunk at a time and appended after it.
  let done = 0;
  const settled: { raw: string; name: string | null; fault: string | null }[] = [];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    for (const cell of chunk.getColumnValues(0)) {
      const raw = String(cell);
      const answer = normaliseHandleName(raw, rule);
      settled.push(
        "name" in answer
          ? { raw, name: answer.name, fault: null }
          : { raw, name: null, fault: `name_${answer.fault}` },
      );
    }
    done += chunk.rowCount;
    if (settled.length >= 100_000) await report(done);
  }
  const appender = await connection.createAppender("names");
  for (const { raw, name, fault } of settled) {
    appender.appendVarchar(raw);
    if (name === null) appender.appendNull();
    else appender.appendVarchar(name);
    if (fault === null) appender.appendNull();
    else appender.appendVarchar(fault);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run("DROP TABLE odd");
  return done;
}
