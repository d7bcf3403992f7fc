import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { watched } from "@/infra/engine/watched-query";
import { checkRoom } from "@/infra/files/disk-floor";
import { logger } from "@/infra/logger";
import { assert } from "@/kernel/assert";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { CANONICAL_FIELDS } from "../../domain/fields";
import type { Inspection } from "../look/inspection";
import { brokenParquet, faultyColumn, type ParquetColumn, parquetColumns } from "../look/parquet";
import type { Split } from "../unpack/work-files";
import { checkWritten, needsTooMuchMemory } from "../unpack/work-limits";
import { CONTRIBUTOR, markerKey, NAMES_JOIN, settleNames } from "./names";
import { settleCells } from "./odd-cells";
import { type CheckTotals, checkTotals } from "./results";
import { csvSource, jsonSource, parquetSource, type Source, sheetSource } from "./source";
import { type CheckContext, typedSelect } from "./typed-checks";

export type CheckRequest = Readonly<{
  path: string;
  dir: string;
  /** Names this attempt's files: one that was given up for dead may still be writing its own. */
  attempt: number;
  inspection: Inspection;
  /** Of a text file or a workbook; null for Parquet, which DuckDB reads itself. */
  split: Split | null;
  context: CheckContext;
  phase: <T>(name: "check" | "duplicates" | "store", work: () => Promise<T>) => Promise<T>;
  onProgress: (rowsDone: number, rowsTotal: number | null) => Promise<void>;
  /** How large a written file may become; tests make it small. */
  writtenBytesMax?: number | undefined;
}>;

export type Checked = CheckTotals & Readonly<{ acceptedFile: string; rejectedFile: string }>;

/**
 * The checks DuckDB does: types, names, duplicates, and the two files that come of it. Works in `dir`, which may be
 * thrown away; the same input gives the same bytes. Rows never pass through JavaScript, only distinct odd names do.
 */
export async function runChecks(asked: CheckRequest): Promise<Checked> {
  const { request, look } = lookedAfter(asked);
  try {
    return await withEngine((connection) => checksOn(connection, request), {
      goesOn: look,
      spillBytesMax: asked.writtenBytesMax ?? LIMITS.manifestUnpackedBytesMax,
    });
  } catch (error) {
    for (const file of Object.values(filesOf(request))) await rm(file, { force: true });
    // The sender can do something about it, and the operator need not look.
    throw error instanceof DomainError && error.code === "ENGINE_MEMORY" ? needsTooMuchMemory() : error;
  }
}

/** What an attempt writes. */
function filesOf({ dir, attempt }: CheckRequest) {
  const file = (name: string) => join(dir, `${name}-${attempt}.parquet`);
  return { typedFile: file("typed"), acceptedFile: file("accepted"), rejectedFile: file("rejected") };
}

/** The request with a look at whether it may go on: it is not cancelled, the disk has room, and no file of it is too large. */
function lookedAfter(asked: CheckRequest): { request: CheckRequest; look: () => Promise<void> } {
  let last: readonly [number, number | null] = [0, null];
  const onProgress: CheckRequest["onProgress"] = (...progress) => {
    last = progress;
    return asked.onProgress(...progress);
  };
  const look = async () => {
    await checkRoom(0);
    for (const file of Object.values(filesOf(asked))) await checkWritten(file, asked.writtenBytesMax);
    await asked.onProgress(...last);
  };
  return { request: { ...asked, onProgress }, look };
}

async function checksOn(connection: DuckDBConnection, request: CheckRequest): Promise<Checked> {
  const { typedFile } = filesOf(request);
  const typed = "cells";
  // The order of lines is the order of the file, in both results.
  await connection.run("SET preserve_insertion_order = true");
  const columns = request.split === null ? await parquetColumns(connection, request.path) : [];
  const source = sourceOf(request, columns);
  const reading = { connection, request, columns };
  const read = await request.phase("check", async () => {
    const total = request.split?.good ?? (await rowsOf(connection, request.path));
    const select = typedSelect(source, request.context);
    const copy = `COPY (${select}) TO ${sqlText(typedFile)} (FORMAT parquet, COMPRESSION snappy)`;
    await readFile(reading, copy, typedFile, (done) => request.onProgress(Math.floor(done * total), total));
    // A Parquet file may have said it has more rows than it holds.
    if ((await rowsOf(connection, typedFile)) !== total) throw brokenParquet();
    const cells = { typed: `read_parquet(${sqlText(typedFile)})`, into: typed };
    await settleCells(connection, cells, request.context, () => request.onProgress(total, total));
    const { reading: names, mapping } = request.context;
    await settleNames(connection, typed, names, new Set(mapping.deletedMarkers.map(markerKey)), () =>
      request.onProgress(total, total),
    );
    return total;
  });
  await request.phase("duplicates", () => findDuplicates(connection, typed, request, read));
  return request.phase("store", () => store({ reading, source, typed, request, read }));
}

function sourceOf(
  { split, inspection, path, context }: CheckRequest,
  columns: readonly ParquetColumn[],
): Source {
  if (split === null) return parquetSource(path, columns, context.mapping);
  if (inspection.format === "jsonl") return jsonSource(split, context.mapping);
  const ofTable = inspection.format === "xlsx" ? sheetSource : csvSource;
  return ofTable(split, inspection, context.mapping);
}

async function rowsOf(connection: DuckDBConnection, parquet: string): Promise<number> {
  const result = await connection.runAndReadAll(
    `SELECT count(*)::BIGINT FROM read_parquet(${sqlText(parquet)})`,
  );
  return Number(result.getRows()[0]?.[0] ?? 0);
}

type Reading = Readonly<{
  connection: DuckDBConnection;
  request: CheckRequest;
  columns: readonly ParquetColumn[];
}>;

/** Runs a statement that reads the manifest's own file into `written`: faults of a Parquet file are named, and sizes held. */
async function readFile(
  { connection, request, columns }: Reading,
  sql: string,
  written: string,
  report: (done: number) => Promise<void>,
): Promise<void> {
  const room = () => checkWritten(written, request.writtenBytesMax);
  try {
    await watched(connection, sql, async (done) => {
      await room();
      await report(done);
    });
  } catch (error) {
    if (request.split !== null || !isReadError(error, request.dir)) throw error;
    logger.warn({ err: error }, "manifests: a Parquet file could not be read");
    throw await faultyColumn(connection, request.path, columns, error);
  }
  await room();
}

/** What DuckDB says of a file it cannot decode; faults of ours (disk full, a folder gone, memory) are not the file's. */
const isReadError = (error: unknown, dir: string): boolean =>
  error instanceof Error &&
  !error.message.includes(dir) &&
  /^(Invalid Input|Serialization|Conversion|Invalid|TProtocol)|thrift|decompress/i.test(error.message);

// One digest a key finds candidates in one pass over eight bytes a row; only those are compared in full.
const SAME = [
  "contributor",
  "url_key",
  "item_key",
  "created_at",
  "tokens",
  "score",
  "comments",
  "quality_ppm",
  "work_id",
  "title",
  "community",
  "language",
  "status",
];

async function findDuplicates(
  connection: DuckDBConnection,
  typed: string,
  request: CheckRequest,
  rows: number,
): Promise<void> {
  const report = (done: number) => request.onProgress(Math.floor(done * rows), rows);
  await watched(
    connection,
    `CREATE TEMP TABLE repeated AS SELECT key_hash FROM ${typed} WHERE faults IS NULL GROUP BY key_hash HAVING count(*) > 1`,
    report,
  );
  await watched(
    connection,
    `CREATE TEMP TABLE doubles AS
     WITH candidates AS (
       SELECT t.* REPLACE (${CONTRIBUTOR} AS contributor)
       FROM ${typed} t ${NAMES_JOIN}
       WHERE t.faults IS NULL AND n.fault IS NULL AND t.key_hash IN (SELECT key_hash FROM repeated)),
     numbered AS (
       SELECT record, line, CASE WHEN content_id IS NULL THEN 'url' ELSE 'content_id' END AS field, first_value(line) OVER same AS first_line, row_number() OVER same AS nth,
         row(${SAME.join(", ")}) = first_value(row(${SAME.join(", ")})) OVER same AS equal
       FROM candidates
       WINDOW same AS (PARTITION BY item_kind, item_key ORDER BY record))
     SELECT record, line, field, first_line, CASE WHEN equal THEN 'duplicate' ELSE 'conflict' END AS reason FROM numbered WHERE nth > 1`,
    report,
  );
}

type Store = Readonly<{
  reading: Reading;
  source: Source;
  typed: string;
  request: CheckRequest;
  read: number;
}>;

const ACCEPTED = [
  "url",
  "content_id",
  "created_at",
  "tokens",
  "score",
  "quality_ppm",
  "work_id",
  "title",
  "language",
  "status",
  "comments",
  "community",
];

async function store({ reading, source, typed, request, read }: Store): Promise<Checked> {
  const { connection } = reading;
  const { acceptedFile, rejectedFile } = filesOf(request);
  const report = (done: number) => request.onProgress(Math.floor(done * read), read);
  await connection.run(faultTable(typed));
  await connection.run("CREATE TEMP TABLE bad AS SELECT DISTINCT record FROM faults");
  await watched(
    connection,
    `COPY (SELECT t.line, ${CONTRIBUTOR} AS contributor, ${ACCEPTED.map((column) => `t.${column}`).join(", ")}
       FROM ${typed} t ${NAMES_JOIN} WHERE t.record NOT IN (SELECT record FROM bad) ORDER BY t.record)
     TO ${sqlText(acceptedFile)} (FORMAT parquet, COMPRESSION zstd)`,
    report,
  );
  await readFile(reading, rejectionsCopy(source, request, rejectedFile), rejectedFile, report);
  const totals = await checkTotals(connection, { typed, acceptedFile, rejectedFile });
  const received = read + (request.split?.faulty ?? 0);
  assert(
    totals.accepted + totals.rejected === BigInt(received),
    `received ${received} = accepted ${totals.accepted} + rejected ${totals.rejected}`,
  );
  return { ...totals, received: BigInt(received), acceptedFile, rejectedFile };
}

/** faults(record, line, field, reason, other_line): one row per fault, all faults of a row. */
function faultTable(typed: string): string {
  return `CREATE TEMP TABLE faults AS
    SELECT record, line, split_part(fault, ':', 1) AS field, split_part(fault, ':', 2) AS reason, CAST(NULL AS BIGINT) AS other_line
    FROM (SELECT record, line, unnest(string_split(faults, '|')) AS fault FROM ${typed} WHERE faults IS NOT NULL)
    UNION ALL
    SELECT t.record, t.line, 'contributor', n.fault, NULL FROM ${typed} t JOIN names n ON t.odd AND n.raw = t.contributor
    WHERE t.faults IS NULL AND n.fault IS NOT NULL
    UNION ALL
    SELECT record, line, field, reason, first_line FROM doubles`;
}

/** The rejected rows with their original text, read once more from the source; the scanner's own come from its list. */
function rejectionsCopy(source: Source, { split }: CheckRequest, file: string): string {
  const values = CANONICAL_FIELDS.filter((field) => source.fields[field] !== undefined);
  const value = `CASE f.field ${values.map((field) => `WHEN '${field}' THEN s.v_${field}`).join(" ")} END`;
  const fields = values.map((field) => `${source.fields[field]?.text} AS v_${field}`).join(", ");
  const structural =
    split === null || split.faulty === 0
      ? ""
      : `UNION ALL SELECT record, line, 'row', reason, NULL, NULL, original
         FROM read_json(${sqlText(split.faults)}, format = 'newline_delimited', maximum_object_size = 4194304,
           columns = {record: 'BIGINT', line: 'BIGINT', reason: 'VARCHAR', original: 'VARCHAR'})`;
  return `COPY (
      SELECT record, line, field, reason, value, other_line, original FROM (
        SELECT f.record, f.line, f.field, f.reason, left(${value}, 500) AS value, f.other_line, left(s.original, 65536) AS original
        FROM faults f JOIN (
          SELECT ${source.record} AS record, ${fields}, ${source.original} AS original FROM ${source.from}
          WHERE ${source.record} IN (SELECT record FROM bad)) s ON s.record = f.record
        ${structural}) ORDER BY record, field, reason)
    TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd)`;
}
