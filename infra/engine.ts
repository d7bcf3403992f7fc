import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { env } from "./env";

/**
 * Runs `work` with a fresh in-memory DuckDB: bounded memory, spilling under the data directory, no network, no
 * extension downloads. Files are named by absolute path inside the SQL; quote them with `sqlText`. `threads`: fewer than
 * configured, for work that nobody waits for.
 */
export async function withEngine<T>(
  work: (connection: DuckDBConnection) => Promise<T>,
  { threads }: { threads?: number } = {},
): Promise<T> {
  const settings = env();
  // A folder of its own: every engine names its spilled blocks alike, and two in one folder would take each other's.
  const parent = join(resolve(settings.REMIT_DATA_DIR), "work", "engine");
  await mkdir(parent, { recursive: true });
  const spill = join(parent, randomUUID());
  try {
    const instance = await DuckDBInstance.create(":memory:", {
      threads: String(threads ?? settings.REMIT_ENGINE_THREADS),
      memory_limit: `${settings.REMIT_ENGINE_MEMORY_MB}MiB`,
      temp_directory: spill,
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      preserve_insertion_order: "false",
    });
    return await connected(instance, work);
  } finally {
    await rm(spill, { recursive: true, force: true });
  }
}

async function connected<T>(
  instance: DuckDBInstance,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'"); // Of the icu extension, which is not there yet when options are read.
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A value as the column it goes into holds it: a number for INTEGER, a bigint for BIGINT. */
export type Cell = string | bigint | number | boolean | null;

/** Appends rows, each in the order of the table's columns, without holding more of them than the one in hand. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const cell of row)
      if (cell === null) appender.appendNull();
      else if (typeof cell === "string") appender.appendVarchar(cell);
      else if (typeof cell === "bigint") appender.appendBigInt(cell);
      else if (typeof cell === "number") appender.appendInteger(cell);
      else appender.appendBoolean(cell);
    appender.endRow();
  }
  appender.closeSync();
}

/** A SQL string literal. For paths and constants of ours only; values from people travel as parameters. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
