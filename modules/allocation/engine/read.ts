import type { DuckDBConnection } from "@duckdb/node-api";

/** Rows of a small result; numbers of any width are asked for as text and come back exact. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjects()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
      ),
    );
}

export async function firstRow(
  connection: DuckDBConnection,
  sql: string,
): Promise<Readonly<Record<string, string>>> {
  return (await rowsOf(connection, sql))[0] ?? {};
}
