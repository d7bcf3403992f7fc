import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows, sqlText } from "@/infra/engine";
import type { JobHandle } from "@/infra/job-run";
import { runWatched } from "@/infra/watched-query";
import type { Weighting } from "@/modules/deals/domain/deal";
import type { ItemStatus } from "../domain/verdict";
import { scoreMultiplier, WEIGHT_ONE } from "../domain/weights";

export type RollUp = Readonly<{
  connection: DuckDBConnection;
  /** Local path of the accepted rows (Parquet). */
  accepted: string;
  rows: bigint;
  weighting: Weighting;
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

/** In this order in `rolled`, as small numbers: a text beside the name makes grouping a tenth dearer. Accepted rows have no others. */
const STATUSES: readonly ItemStatus[] = ["live", "deleted", "removed"];

/**
 * Views `live(contributor, rows, tokens, weight)` and `dead(contributor, status, rows, tokens)`: one pass over the rows,
 * because reading contributors a second time costs a quarter of it.
 */
export async function rollUp({ connection, accepted, rows, weighting, job }: RollUp): Promise<void> {
  const file = `read_parquet(${sqlText(accepted)})`;
  const { weight, from } = await weighted(connection, file, weighting);
  const code = STATUSES.map((status, index) => `WHEN ${sqlText(status)} THEN ${index}`).join(" ");
  await runWatched(
    connection,
    `CREATE TABLE rolled AS SELECT contributor, (CASE status ${code} END)::UTINYINT AS status, count(*) AS rows,
       sum(tokens) AS tokens${weight === null ? "" : `, ${weight} AS weight`}
     FROM ${from} GROUP BY 1, 2`,
    { job, total: rows },
  );
  const names = STATUSES.map((status) => sqlText(status)).join(", ");
  await connection.run(`
    CREATE VIEW live AS SELECT contributor, rows, tokens, ${weight === null ? "NULL::HUGEINT AS weight" : "weight"} FROM rolled WHERE status = 0;
    CREATE VIEW dead AS SELECT contributor, [${names}][status + 1] AS status, rows, tokens FROM rolled WHERE status > 0`);
}

/** What to sum as weight (null: rows and tokens alone give it), and where from: scores are looked up, because their multipliers are computed by our own code. */
export async function weighted(
  connection: DuckDBConnection,
  file: string,
  weighting: Weighting,
): Promise<{ weight: string | null; from: string }> {
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

/** A page at a time: however many distinct scores a file has, few of them are in memory at once. */
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
  await connection.run("DROP TABLE scored");
}
