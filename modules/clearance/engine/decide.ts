import type { DuckDBConnection } from "@duckdb/node-api";
import { contentDigest } from "@/infra/engine/content-digest";
import { sqlText } from "@/infra/engine/engine";
import type { Weighting } from "@/modules/deals/domain/state/deal";
import type { ReasonTally, Verdict } from "../domain/verdict";
import { keyRows, matchingSql } from "./keys";
import { weighted } from "./roll-up";

export type FrozenFiles = Readonly<{
  /** Decisions per contributor; what items under narrower terms are recognised by; the same of works with co-authors. */
  decisions: string;
  scopes: string;
  scopesCount: bigint;
  sharedWorks: string;
  sharedWorksCount: bigint;
  /** Fills table `answer` from table `asked`: consent/freeze-consent.ts. */
  answer(connection: DuckDBConnection): Promise<void>;
}>;

/** The rows: accepted ones as Parquet, how the file calls the column of its works, and what a row weighs. */
export type Rows = Readonly<{ accepted: string; workColumn: string | null; weighting: Weighting }>;

/** Columns of `verdict`, one row per contributor and kind of row; `fine` marks contributors whose rows differ. */
export const VERDICT_COLUMNS = [
  "contributor",
  "person_id",
  "verdict",
  "reason",
  "terms_version_id",
  "floor_micros",
  "disputed",
  "work_id",
  "rows",
  "tokens",
  "weight",
] as const;

/** Whether rows of one contributor may differ. If no contributor's rows do, `verdict` has one line per contributor. */
const hasFine = (frozen: FrozenFiles): boolean => frozen.scopesCount + frozen.sharedWorksCount > 0n;

/** Table `verdict` from `live` and the frozen consent; rows of contributors with narrower terms are looked at one by one. */
export async function decide(connection: DuckDBConnection, frozen: FrozenFiles, source: Rows): Promise<void> {
  await connection.run(
    `CREATE VIEW decision AS SELECT contributor, person_id, verdict, reason, terms_version_id, floor_micros, disputed
     FROM read_parquet(${sqlText(frozen.decisions)})`,
  );
  const fine = hasFine(frozen);
  if (fine) await fineRows(connection, frozen, source);
  const plain = fine ? "ANTI JOIN fine_contributor USING (contributor)" : "";
  await connection.run(`
    CREATE TABLE verdict AS
    SELECT l.contributor, d.person_id, coalesce(d.verdict, 'unset') AS verdict,
      coalesce(d.reason, 'handle_unclaimed') AS reason, d.terms_version_id, d.floor_micros,
      coalesce(d.disputed, false) AS disputed, NULL::VARCHAR AS work_id,
      l.rows, l.tokens, l.weight, false AS fine
    FROM (FROM live ${plain} WHERE contributor IS NOT NULL) l LEFT JOIN decision d USING (contributor)`);
  if (fine) await connection.run("INSERT INTO verdict SELECT * FROM fine_verdict");
}

/**
 * Decides rows of contributors with terms for single works or prefixes, or with co-authors, row by row. Each distinct set of
 * scopes is answered once. A shared work concerns only rows of its own authors; the narrowest one (an exact match, then the
 * longest prefix) divides the row's money.
 */
async function fineRows(connection: DuckDBConnection, frozen: FrozenFiles, source: Rows): Promise<void> {
  const scopes = `read_parquet(${sqlText(frozen.scopes)})`;
  const shared = `read_parquet(${sqlText(frozen.sharedWorks)})`;
  await connection.run(`
    CREATE TABLE shared_work AS
      SELECT DISTINCT d.contributor, w.work_id, w.match_kind, w.match_value
      FROM decision d JOIN ${shared} w ON w.person_id = d.person_id;
    CREATE TABLE fine_contributor AS
      SELECT DISTINCT contributor FROM ${scopes} UNION SELECT DISTINCT contributor FROM shared_work;`);
  const file = `read_parquet(${sqlText(source.accepted)})`;
  const { weight, from } = await weighted(connection, file, source.weighting);
  const score = from === file ? "NULL::BIGINT AS multiplier" : "multiplier";
  await connection.run(`
    CREATE TABLE fine_row AS SELECT line, contributor, url, work_id, content_id, tokens, score, quality_ppm, ${score}
      FROM ${from} SEMI JOIN fine_contributor USING (contributor) WHERE status = 'live'`);
  await keyRows(connection, source.workColumn);
  await connection.run(`
    CREATE TABLE fine_scope AS
      SELECT line, contributor, string_agg(DISTINCT scope, chr(10) ORDER BY scope) AS scopes
      FROM (${matchingSql(scopes, "o.scope")}) GROUP BY ALL;
    CREATE TABLE asked AS
      SELECT row_number() OVER (ORDER BY contributor, scopes) - 1 AS n, contributor, scopes
      FROM (SELECT DISTINCT contributor, scopes FROM fine_scope)`);
  await frozen.answer(connection);
  await connection.run(`
    CREATE TABLE fine_answer AS SELECT s.line, a.* EXCLUDE (n)
      FROM fine_scope s JOIN asked USING (contributor, scopes) JOIN answer a USING (n);
    CREATE TABLE fine_work AS
      SELECT line, work_id AS shared_work_id
      FROM (${matchingSql("shared_work", "o.work_id, o.match_kind, o.match_value")})
      QUALIFY row_number() OVER (PARTITION BY line ORDER BY match_kind = 'url_prefix',
        CASE match_kind WHEN 'url_prefix' THEN length(match_value) END DESC, work_id) = 1;
    CREATE TABLE fine_verdict AS
      SELECT r.contributor, d.person_id, coalesce(o.verdict, d.verdict, 'unset') AS verdict,
        coalesce(o.reason, d.reason, 'handle_unclaimed') AS reason,
        CASE WHEN o.line IS NULL THEN d.terms_version_id ELSE o.terms_version_id END AS terms_version_id,
        CASE WHEN o.line IS NULL THEN d.floor_micros ELSE o.floor_micros END AS floor_micros,
        coalesce(d.disputed, false) AS disputed, w.shared_work_id AS work_id, count(*) AS rows, sum(r.tokens) AS tokens, ${weight ?? "NULL::HUGEINT"} AS weight, true AS fine
      FROM fine_row r LEFT JOIN decision d USING (contributor)
      LEFT JOIN fine_answer o USING (line) LEFT JOIN fine_work w USING (line)
      GROUP BY ALL;`);
}

/** Rows, tokens and contributors by verdict and reason; every accepted row is in exactly one of them. */
export async function tally(connection: DuckDBConnection): Promise<readonly ReasonTally[]> {
  const reader = await connection.runAndReadAll(`
    SELECT verdict, reason, sum(rows)::BIGINT AS rows, sum(tokens)::HUGEINT AS tokens, sum(contributors)::BIGINT AS contributors FROM (
      SELECT verdict, reason, sum(rows) AS rows, sum(tokens) AS tokens, count(*) AS contributors FROM verdict WHERE NOT fine GROUP BY ALL
      UNION ALL SELECT verdict, reason, sum(rows), sum(tokens), count(DISTINCT contributor) FROM verdict WHERE fine GROUP BY ALL
      UNION ALL SELECT 'refused', 'unmatched', rows, tokens, 0 FROM live WHERE contributor IS NULL
      UNION ALL SELECT 'refused', 'item_' || status, sum(rows), sum(tokens), count(contributor) FROM dead GROUP BY ALL)
    GROUP BY ALL ORDER BY verdict, reason`);
  return reader.getRowObjects().map((row) => ({
    verdict: String(row.verdict) as Verdict,
    reason: String(row.reason),
    rows: BigInt(String(row.rows)),
    tokens: BigInt(String(row.tokens ?? 0)),
    contributors: BigInt(String(row.contributors)),
  }));
}

/** The digest of who may be licensed and why, independent of the order of rows and of how files are encoded. */
export function verdictDigest(connection: DuckDBConnection, frozen: FrozenFiles): Promise<string> {
  return contentDigest(connection, "verdict", VERDICT_COLUMNS, { firstIsKey: !hasFine(frozen) });
}

/** Writes `verdict` as Parquet; weights as DECIMAL(38,0), because Parquet has no 128-bit integer. */
export async function writeVerdicts(connection: DuckDBConnection, path: string): Promise<void> {
  await connection.run(`
    COPY (SELECT * REPLACE (rows::BIGINT AS rows, tokens::DECIMAL(38,0) AS tokens, weight::DECIMAL(38,0) AS weight) FROM verdict)
    TO ${sqlText(path)} (FORMAT parquet, COMPRESSION snappy)`);
}
