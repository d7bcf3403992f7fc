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

/**
 * All statuses of accepted rows. `rolled` holds a status as its index here, because text next to the key makes grouping a
 * tenth dearer.
 */
const STATUSES: readonly ItemStatus[] = ["live", "deleted", "removed"];

/**
 * What one name costs while rows are grouped, in bytes, generously: a group has a status, so a name has up to three. The state
 * of a name cannot leave memory, because an aggregate over text keeps its value outside of what the engine can spill.
 */
const GROUPED_NAME_BYTES = 160n;

/** In how many passes over the rows their groups fit half the engine's memory: each pass takes the names of some hashes. */
export function passesFor(contributors: bigint, memory: bigint): number {
  const room = memory / 2n;
  const needed = contributors * GROUPED_NAME_BYTES;
  return needed <= room ? 1 : Number((needed + room - 1n) / room);
}

/**
 * Views `live(contributor, rows, tokens, weight)` and `dead(contributor, status, rows, tokens)`, from as few passes over the
 * rows as the memory allows: a pass reads every row and groups its part of the names. Rows are grouped by the hash of a name,
 * which costs a fifth less than by the name; by the name itself where two names share a hash.
 */
export async function rollUp(run: RollUp): Promise<void> {
  const { connection } = run;
  const from = await weighted(connection, `read_parquet(${sqlText(run.accepted)})`, run.weighting);
  await group(run, from, "hash");
  if (!(await isOneHashEach(run))) await group(run, from, "name");
  const names = STATUSES.map((status) => sqlText(status)).join(", ");
  await connection.run(`
    CREATE VIEW live AS SELECT contributor, rows, tokens, ${from.weight === null ? "NULL::HUGEINT AS weight" : "weight"} FROM rolled WHERE status = 0;
    CREATE VIEW dead AS SELECT contributor, [${names}][status + 1] AS status, rows, tokens FROM rolled WHERE status > 0`);
}

/** More passes than this would read the rows for hours: then the memory is too small, and is said to be. */
const PASSES_MAX = 64;

/** Groups in as many passes as the estimate says, and in twice as many as often as that was too few: names may be long. */
async function group(run: RollUp, from: Weighed, by: "hash" | "name"): Promise<void> {
  const estimated = passesFor(run.counted.contributors, run.memory);
  for (let passes = estimated; ; passes *= 2)
    try {
      return await groupIn(passes, run, from, by);
    } catch (error) {
      if (!isOutOfMemory(error) || passes * 2 > PASSES_MAX) throw error;
    }
}

/** Table `rolled`: one row per contributor and status, by the hash with its `key`. */
async function groupIn(
  passes: number,
  { connection, counted, job }: RollUp,
  { weight, from }: Weighed,
  by: "hash" | "name",
): Promise<void> {
  const code = STATUSES.map((status, index) => `WHEN ${sqlText(status)} THEN ${index}`).join(" ");
  const key = by === "hash" ? "hash(contributor) AS key" : "contributor";
  const total = Number(counted.accepted);
  for (let pass = 0; pass < passes; pass++)
    await watched(
      connection,
      `${pass === 0 ? "CREATE OR REPLACE TABLE rolled AS" : "INSERT INTO rolled"}
       SELECT ${key}, (CASE status ${code} END)::UTINYINT AS status,
         ${by === "hash" ? "any_value(contributor) AS contributor, " : ""}count(*) AS rows, sum(tokens) AS tokens${weight === null ? "" : `, ${weight} AS weight`}
       FROM ${from}${passes === 1 ? "" : ` WHERE hash(contributor) % ${passes} = ${pass}`} GROUP BY 1, 2`,
      (done) => job.progress(Math.floor((total * (pass + done)) / passes), total),
    );
}

/**
 * Whether every name has a hash of its own: there are as many hashes as names, and nobody's is that of the rows that name
 * nobody. Chance would not break this, but a person who chooses a name could: DuckDB's hash is no secret.
 */
async function isOneHashEach({ connection, counted }: RollUp): Promise<boolean> {
  const reader = await connection.runAndReadAll(`
    SELECT count(DISTINCT key) AS hashes, coalesce(bool_or(key = hash(NULL::VARCHAR)), false) AS nobodys
    FROM rolled WHERE contributor IS NOT NULL`);
  const [found] = reader.getRowObjects();
  return found?.hashes === counted.contributors && found.nobodys === false;
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

/** Works page by page, because a file may have more distinct scores than fit in memory. */
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
