import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows, isOutOfMemory, sqlText } from "@/infra/engine/engine";
import { watched } from "@/infra/engine/watched-query";
import type { JobHandle } from "@/infra/work/job-run";
import { assert } from "@/kernel/assert";
import type { Weighting } from "@/modules/deals/domain/state/deal";
import type { ItemStatus } from "../domain/verdict";
import { scoreMultiplier, WEIGHT_ONE } from "../domain/weights";

export type RollUp = Readonly<{
  connection: DuckDBConnection;
  /** Local path of the accepted rows (Parquet). */
  accepted: string;
  /** Existing folder for the parts; the caller deletes it. */
  dir: string;
  /** What the checks counted: rows, and how many contributors they name, exactly. */
  counted: Readonly<{ accepted: bigint; contributors: bigint }>;
  weighting: Weighting;
  /** What the engine may use, in bytes. */
  memory: bigint;
  job: JobHandle;
}>;

/**
 * The SQL of a row's weight in millionths, or null when contributors' rows and tokens alone give it. Weights are summed
 * exactly: products that leave 64 bits make DuckDB widen first (see `wide`).
 */
export function rowWeightSql(weighting: Weighting, wide: boolean): string | null {
  const tokens = wide ? "tokens::HUGEINT" : "tokens";
  switch (weighting) {
    case "score_log":
      return `${tokens} * coalesce(multiplier, ${scoreMultiplier(null)})`;
    case "quality":
      return `${tokens} * coalesce(quality_ppm, ${WEIGHT_ONE})`;
    case "per_item":
    case "per_token":
    case "equal":
      return null;
  }
}

/** The files hold the position in this list: grouping by a small number is cheaper than by text. Accepted rows have no other status. */
const STATUSES: readonly ItemStatus[] = ["live", "deleted", "removed"];

/** What one name costs while rows are grouped, in bytes, generously: a name has a group for each status. */
const GROUPED_NAME_BYTES = 160n;

/**
 * How many parts the names are divided into, so that the groups of one part fit half the engine's memory. Groups that do not fit
 * are written to disk and read back, which costs more than reading the rows once more.
 */
export function partsFor(contributors: bigint, memory: bigint): number {
  const room = memory / 2n;
  const needed = contributors * GROUPED_NAME_BYTES;
  return needed <= room ? 1 : Number((needed + room - 1n) / room);
}

/** SQL: whether a name belongs to a part. Rows that name nobody (NULL) are one name among others. */
export const inPart = (name: string, part: number, parts: number): string =>
  parts === 1 ? "true" : `hash(${name}) % ${parts} = ${part}`;

/**
 * Adds the rows up by contributor and status: one pass over all rows, and one Parquet file, for each part of the names
 * (`inPart`). Gives views `live(contributor, rows, tokens, weight)` and `dead(contributor, status, rows, tokens)`, and the files.
 */
export async function rollUp(run: RollUp): Promise<readonly string[]> {
  const { connection } = run;
  const from = await weighted(connection, `read_parquet(${sqlText(run.accepted)})`, run.weighting);
  const files = await group(run, from);
  const names = STATUSES.map((status) => sqlText(status)).join(", ");
  const rolled = `read_parquet([${files.map(sqlText).join(", ")}])`;
  await connection.run(`
    CREATE VIEW live AS SELECT ${LIVE_COLUMNS} FROM ${rolled} WHERE status = 0;
    CREATE VIEW dead AS SELECT contributor, [${names}][status + 1] AS status, rows, tokens::HUGEINT AS tokens FROM ${rolled} WHERE status > 0`);
  return files;
}

const LIVE_COLUMNS = "contributor, rows, tokens::HUGEINT AS tokens, weight::HUGEINT AS weight";

/** SQL: the live rows of one part, as view `live` has them. */
export const livePart = (file: string): string =>
  `(SELECT ${LIVE_COLUMNS} FROM read_parquet(${sqlText(file)}) WHERE status = 0)`;

/** More parts than this would read the rows for hours: the memory is too small, and the run fails with that reason. */
const PARTS_MAX = 64;

/** Starts with the estimated number of parts and doubles it as often as the memory was too small: names may be long. */
async function group(run: RollUp, from: Weighed): Promise<readonly string[]> {
  for (let parts = partsFor(run.counted.contributors, run.memory); ; parts *= 2)
    try {
      return await groupIn(parts, run, from);
    } catch (error) {
      if (!isOutOfMemory(error) || parts * 2 > PARTS_MAX) throw error;
    }
}

async function groupIn(
  parts: number,
  { connection, dir, counted, job }: RollUp,
  { weight, from }: Weighed,
): Promise<readonly string[]> {
  const code = STATUSES.map((status, index) => `WHEN ${sqlText(status)} THEN ${index}`).join(" ");
  const total = Number(counted.accepted);
  const files: string[] = [];
  for (let part = 0; part < parts; part++) {
    const file = join(dir, `rolled-${part}.parquet`);
    // Parquet has no 128-bit integer, but decimals of 38 digits.
    await watched(
      connection,
      `COPY (SELECT contributor, (CASE status ${code} END)::UTINYINT AS status, count(*) AS rows,
           sum(tokens)::DECIMAL(38,0) AS tokens, ${weight ?? "NULL"}::DECIMAL(38,0) AS weight
         FROM ${from} WHERE ${inPart("contributor", part, parts)} GROUP BY 1, 2)
       TO ${sqlText(file)} (FORMAT parquet, COMPRESSION snappy)`,
      (done) => job.progress(Math.floor((total * (part + done)) / parts), total),
    );
    files.push(file);
  }
  return files;
}

/** What to sum as weight (null: rows and tokens alone give it), and the relation to read rows from. */
type Weighed = Readonly<{ weight: string | null; from: string }>;

/** How rows are weighed: scores are looked up, because their multipliers are computed by our own code. */
export async function weighted(
  connection: DuckDBConnection,
  file: string,
  weighting: Weighting,
): Promise<Weighed> {
  if (rowWeightSql(weighting, false) === null) return { weight: null, from: file };
  if (weighting === "score_log") await multipliers(connection, file);
  const row = rowWeightSql(weighting, await isWide(connection, file));
  const from = weighting === "score_log" ? `${file} LEFT JOIN multiplier USING (score)` : file;
  return { weight: `sum(${row})::HUGEINT`, from };
}

/** Beyond 10^10 tokens in one row, tokens × multiplier may leave 64 bits. */
async function isWide(connection: DuckDBConnection, file: string): Promise<boolean> {
  const reader = await connection.runAndReadAll(
    `SELECT coalesce(max(tokens), 0) > 10_000_000_000 OR coalesce(max(quality_ppm), 0) > 100_000_000 AS wide FROM ${file}`,
  );
  return reader.getRowObjects()[0]?.wide === true;
}

const PAGE = 50_000;

/** A page at a time: however many distinct scores a file has, few of them are in memory together. */
async function multipliers(connection: DuckDBConnection, file: string): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE scored AS SELECT DISTINCT score::BIGINT AS score FROM ${file} WHERE score > 0`,
  );
  await connection.run("CREATE OR REPLACE TABLE multiplier (score BIGINT, multiplier BIGINT)");
  for (let from = 0; ; from += PAGE) {
    const page = await connection.runAndReadAll(
      `SELECT score FROM scored WHERE rowid >= ${from} AND rowid < ${from + PAGE}`,
    );
    const scores = page.getRows().flatMap(([score]) => (typeof score === "bigint" ? [score] : []));
    await appendRows(
      connection,
      "multiplier",
      scores.map((score) => [score, scoreMultiplier(score)]),
    );
    if (page.currentRowCount < PAGE) break;
  }
  const missed = await connection.runAndReadAll(
    "SELECT count(*)::INTEGER FROM scored ANTI JOIN multiplier USING (score)",
  );
  assert(missed.getRows()[0]?.[0] === 0, "every score has its multiplier"); // Without one a row would weigh as if it had no score.
  await connection.run("DROP TABLE scored");
}
