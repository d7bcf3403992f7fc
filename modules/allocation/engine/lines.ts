import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import type { Verdict } from "@/modules/clearance/domain/verdict";
import { WEIGHT_ONE } from "@/modules/clearance/domain/weights";
import type { Weighting } from "@/modules/deals/domain/state/deal";
import { pseudonymSql } from "./pseudonym";

export type LineSource = Readonly<{
  /** Local path of the clearance's verdicts (Parquet). */
  verdicts: string;
  included: readonly Verdict[];
  weighting: Weighting;
  secret: Uint8Array;
}>;

/** A contributor's weight in millionths from what a clearance keeps. */
function weightSql(weighting: Weighting): string {
  switch (weighting) {
    case "per_item":
      return `rows::HUGEINT * ${WEIGHT_ONE}`;
    case "per_token":
      return `tokens::HUGEINT * ${WEIGHT_ONE}`;
    case "score_log":
    case "quality":
      return "weight::HUGEINT";
    case "equal":
      return `${WEIGHT_ONE}::HUGEINT`;
  }
}

/**
 * Table `line`: what may be licensed, one row per contributor, or several (`lines` > 1) for a contributor whose rows have
 * different floors or shared works. `asked` is floor × tokens, in micro-units × tokens of a thousand.
 */
export async function makeLines(connection: DuckDBConnection, source: LineSource): Promise<void> {
  const verdicts = source.included.map((verdict) => sqlText(verdict)).join(", ");
  const floor = "nullif(CASE WHEN verdict = 'cleared' THEN floor_micros END, 0)";
  const from = `read_parquet(${sqlText(source.verdicts)}) WHERE verdict IN (${verdicts})`;
  const weight = weightSql(source.weighting);
  await connection.run(`
    CREATE TABLE line AS
    SELECT ${pseudonymSql(source.secret, "contributor")} AS pseudonym, 0 AS line, 1 AS lines, false AS multi, contributor, person_id, disputed,
      work_id, rows, tokens::HUGEINT AS tokens, ${weight} AS weight, ${weight} AS whole, ${floor} AS floor_micros,
      coalesce(${floor}, 0)::HUGEINT * tokens::HUGEINT AS asked
    FROM ${from} AND NOT fine;
    INSERT INTO line
    SELECT ${pseudonymSql(source.secret, "contributor")}, row_number() OVER one - 1, count(*) OVER (PARTITION BY contributor),
      count(*) OVER (PARTITION BY contributor) > 1 AS multi,
      contributor, person_id, disputed, work_id, rows, tokens, 
      ${source.weighting === "equal" ? `${EQUAL_PART}, ${WEIGHT_ONE}` : "weight, sum(weight) OVER (PARTITION BY contributor)"},
      floor_micros, coalesce(floor_micros, 0)::HUGEINT * tokens
    FROM (SELECT contributor, any_value(person_id) AS person_id, bool_or(disputed) AS disputed, work_id,
        sum(rows)::BIGINT AS rows, sum(tokens)::HUGEINT AS tokens, sum(weight)::HUGEINT AS weight, floor_micros
      FROM (SELECT * REPLACE (tokens::HUGEINT AS tokens, ${weight} AS weight, ${floor} AS floor_micros) FROM ${from} AND fine)
      GROUP BY contributor, work_id, floor_micros)
    WINDOW one AS (PARTITION BY contributor ORDER BY work_id NULLS FIRST, floor_micros NULLS FIRST)`);
}

/** Under `equal` a contributor weighs one whole; their lines divide it by rows, running so that no millionth is lost. */
const SO_FAR =
  "sum(rows) OVER (PARTITION BY contributor ORDER BY work_id NULLS FIRST, floor_micros NULLS FIRST ROWS UNBOUNDED PRECEDING)";
const ALL_ROWS = "sum(rows) OVER (PARTITION BY contributor)";
const EQUAL_PART = `${WEIGHT_ONE}::HUGEINT * ${SO_FAR} // ${ALL_ROWS} - ${WEIGHT_ONE}::HUGEINT * (${SO_FAR} - rows) // ${ALL_ROWS}`;
