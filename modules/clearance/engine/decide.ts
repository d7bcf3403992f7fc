import type { DuckDBConnection } from "@duckdb/node-api";
import { contentDigest } from "@/infra/content-digest";
import { sqlText } from "@/infra/engine";
import type { Weighting } from "@/modules/deals/domain/deal";
import type { ReasonTally, Verdict } from "../domain/verdict";
import { weighted } from "./roll-up";

export type FrozenFiles = Readonly<{
  /** Decisions per contributor; overrides of single works and prefixes; matchers of works with co-authors. */
  decisions: string;
  overrides: string;
  overridesCount: bigint;
  sharedWorks: string;
  sharedWorksCount: bigint;
}>;

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

const DECIDED = "o.verdict, o.reason, o.terms_version_id, o.floor_micros";
/** Two works may bear one address: refused wins, then unset, then the higher price. */
const NO_BEATS_YES =
  "o.verdict <> 'refused', o.verdict <> 'unset', o.floor_micros DESC NULLS LAST, o.terms_version_id";

/** Table `verdict` from `live` and the frozen consent; rows of contributors with overrides are looked at one by one. */
export async function decide(
  connection: DuckDBConnection,
  frozen: FrozenFiles,
  source: { accepted: string; weighting: Weighting },
): Promise<void> {
  await connection.run(
    `CREATE VIEW decision AS SELECT contributor, person_id, verdict, reason, terms_version_id, floor_micros, disputed
     FROM read_parquet(${sqlText(frozen.decisions)})`,
  );
  const fine = frozen.overridesCount + frozen.sharedWorksCount > 0n;
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
 * Rows of contributors who decided about single works or prefixes, or whose works have co-authors: the narrowest match
 * decides (an exact match, then the longest prefix). A shared work only ever concerns rows of its own authors.
 */
async function fineRows(
  connection: DuckDBConnection,
  frozen: FrozenFiles,
  source: { accepted: string; weighting: Weighting },
): Promise<void> {
  const overrides = `read_parquet(${sqlText(frozen.overrides)})`;
  const shared = `read_parquet(${sqlText(frozen.sharedWorks)})`;
  await connection.run(`
    CREATE TABLE shared_work AS
      SELECT DISTINCT d.contributor, w.work_id, w.match_kind, w.match_value
      FROM decision d JOIN ${shared} w ON w.person_id = d.person_id;
    CREATE TABLE fine_contributor AS
      SELECT DISTINCT contributor FROM ${overrides} UNION SELECT DISTINCT contributor FROM shared_work;`);
  const file = `read_parquet(${sqlText(source.accepted)})`;
  const { weight, from } = await weighted(connection, file, source.weighting);
  const score = from === file ? "NULL::BIGINT AS multiplier" : "multiplier";
  await connection.run(`
    CREATE TABLE fine_row AS SELECT line, contributor, url, work_id, content_id, tokens, score, quality_ppm, ${score}
      FROM ${from} SEMI JOIN fine_contributor USING (contributor) WHERE status = 'live';
    CREATE TABLE fine_override AS ${narrowest(overrides, DECIDED, NO_BEATS_YES)};
    CREATE TABLE fine_work AS ${narrowest("shared_work", "o.work_id AS shared_work_id", "o.work_id")};
    CREATE TABLE fine_verdict AS
      SELECT r.contributor, d.person_id, coalesce(o.verdict, d.verdict, 'unset') AS verdict,
        coalesce(o.reason, d.reason, 'handle_unclaimed') AS reason,
        CASE WHEN o.line IS NULL THEN d.terms_version_id ELSE o.terms_version_id END AS terms_version_id,
        CASE WHEN o.line IS NULL THEN d.floor_micros ELSE o.floor_micros END AS floor_micros,
        coalesce(d.disputed, false) AS disputed, w.shared_work_id AS work_id, count(*) AS rows, sum(r.tokens) AS tokens, ${weight ?? "NULL::HUGEINT"} AS weight, true AS fine
      FROM fine_row r LEFT JOIN decision d USING (contributor)
      LEFT JOIN fine_override o USING (line) LEFT JOIN fine_work w USING (line)
      GROUP BY ALL;`);
}

/** The narrowest matcher of each row: exact before prefix, longer before shorter, then by `ties`, so that it is one. */
function narrowest(matchers: string, columns: string, ties: string): string {
  return `
    SELECT r.line, ${columns} FROM fine_row r JOIN ${matchers} o ON o.contributor = r.contributor AND
      CASE o.match_kind
        WHEN 'url' THEN o.match_value IN (r.url, r.content_id)
        WHEN 'work_id' THEN o.match_value = r.work_id
        ELSE starts_with(r.url, o.match_value) END
    QUALIFY row_number() OVER (PARTITION BY r.line
      ORDER BY (o.match_kind = 'url_prefix'), length(o.match_value) DESC, ${ties}) = 1`;
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
export function verdictDigest(connection: DuckDBConnection): Promise<string> {
  return contentDigest(connection, "verdict", VERDICT_COLUMNS);
}

/** Writes `verdict` as Parquet; weights as DECIMAL(38,0), because Parquet has no 128-bit integer. */
export async function writeVerdicts(connection: DuckDBConnection, path: string): Promise<void> {
  await connection.run(`
    COPY (SELECT * REPLACE (rows::BIGINT AS rows, tokens::DECIMAL(38,0) AS tokens, weight::DECIMAL(38,0) AS weight) FROM verdict)
    TO ${sqlText(path)} (FORMAT parquet, COMPRESSION snappy)`);
}
