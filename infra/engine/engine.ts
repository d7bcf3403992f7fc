import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { totalmem } from "node:os";
import { join, resolve } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { env } from "../env";
import { diskRoom } from "../files/disk";
import { orStorageFull } from "../files/disk-floor";
import { whileAllowed } from "./watched-query";

/**
 * Runs `work` with a new in-memory DuckDB: bounded memory, spilling under the data directory, no network, no extensions. SQL
 * names files by absolute path, quoted with `sqlText`. Throws ENGINE_MEMORY or STORAGE_FULL, which a retry would meet again,
 * when the work needs more memory or disk than it may use.
 */
export async function withEngine<T>(
  work: (connection: DuckDBConnection) => Promise<T>,
  {
    threads,
    memoryMb,
    spillBytesMax,
    goesOn,
  }: {
    /** Fewer than configured, for work that nobody waits for. */
    threads?: number | undefined;
    /** Less than configured, to inspect an untrusted file. */
    memoryMb?: number | undefined;
    /** The maximum that an untrusted file may spill. */
    spillBytesMax?: number | undefined;
    /** Called a few times a second during `work`; an error it throws ends the work (`whileAllowed`). */
    goesOn?: (() => Promise<void>) | undefined;
  } = {},
): Promise<T> {
  const settings = env();
  // A folder of its own: every engine names its spilled blocks alike, and two in one folder would take each other's.
  const parent = join(resolve(settings.REMIT_DATA_DIR), "work", "engine");
  await mkdir(parent, { recursive: true });
  const spill = join(parent, randomUUID());
  try {
    const instance = await DuckDBInstance.create(":memory:", {
      threads: String(threads ?? settings.REMIT_ENGINE_THREADS),
      memory_limit: `${Math.min(engineMemoryMb(), memoryMb ?? Number.POSITIVE_INFINITY)}MiB`,
      temp_directory: spill,
      max_temp_directory_size: `${await spillMb(spillBytesMax)}MiB`,
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      preserve_insertion_order: "false",
    });
    return await orStorageFull(() =>
      connected(instance, (connection) =>
        goesOn === undefined ? work(connection) : whileAllowed(connection, goesOn, () => work(connection)),
      ),
    );
  } catch (error) {
    throw isOutOfMemory(error) ? beyondMemory() : error;
  } finally {
    await rm(spill, { recursive: true, force: true });
  }
}

const MIB = 1024n * 1024n;

/** Two engines and the files that are being received must fit, so one engine spills no more than a third of what is free. */
const SPILL_SHARE = 3n;

/** What the engine may spill: by itself it would take nearly all that is free, and leave nobody else any room. */
async function spillMb(bytesMax = Number.MAX_SAFE_INTEGER): Promise<bigint> {
  const { free } = await diskRoom();
  const room = (free - BigInt(LIMITS.diskFreeBytesMin)) / SPILL_SHARE / MIB;
  const most = BigInt(bytesMax) / MIB;
  const spill = room < most ? room : most;
  return spill > 64n ? spill : 64n;
}

/** Whether a statement needed more memory than the engine may use, and could not spill. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("Out of Memory Error");

function beyondMemory(): DomainError {
  const memoryMb = engineMemoryMb();
  return new DomainError(
    "ENGINE_MEMORY",
    `This takes more memory than the engine may use (${memoryMb} MiB). The operator can raise REMIT_ENGINE_MEMORY_MB and start it again.`,
    { detail: { memoryMb } },
  );
}

/** What one engine may use, in bytes. */
export function engineMemoryBytes(): bigint {
  return BigInt(engineMemoryMb()) * 2n ** 20n;
}

function engineMemoryMb(): number {
  return env().REMIT_ENGINE_MEMORY_MB ?? defaultMemoryMb();
}

/**
 * An eighth of the memory this process may use, at least 512 MiB: a worker and two web processes may each run an engine
 * next to PostgreSQL, and pages must not wait for memory.
 */
function defaultMemoryMb(): number {
  const limit = process.constrainedMemory(); // of a container; 0 or beyond the machine's where there is none
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.max(512, Math.floor(memory / 8 / 2 ** 20));
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
