import type { CapDecision } from "../domain/caps";
import { admittedSql, type Boundary, type ClearingRules } from "./clear-floors";

export type RecipeRules = ClearingRules &
  Readonly<{
    boundary: Boundary | null;
    cap: CapDecision | null;
    /** All weights are multiples of this and, divided by it, times the pool fit 64 bits; null: 128 bits are used. */
    narrowBy: bigint | null;
  }>;

/** Columns of the published shares, in order. */
export const SHARE_COLUMNS = [
  "pseudonym",
  "outcome",
  "rows",
  "tokens",
  "weight",
  "base_minor",
  "leftover",
  "minor",
  "capped",
] as const;

/**
 * The division as SQL over the table `line`, giving the table `share`: the very statements a run executes, and the ones
 * that are published. `carried` are private columns of `line` that the run takes along; the published recipe has none.
 * Statements are few and plain on purpose: integers only, no function but sha256 and gcd.
 */
export function divisionSql(rules: RecipeRules, carried: readonly string[]): readonly string[] {
  const keep = carried.map((column) => `, ${column}`).join("");
  const keepAny = carried.map((column) => `, any_value(${column}) AS ${column}`).join("");
  const inOrAll = (column: string, type: string) =>
    `coalesce(sum(${column}) FILTER (WHERE is_in), sum(${column}))::${type} AS ${column}`;
  const capped =
    rules.cap === null || rules.cap.fromWeight === null
      ? "false"
      : `is_in AND weight >= ${rules.cap.fromWeight}::HUGEINT`;
  const type = rules.narrowBy === null ? "HUGEINT" : "BIGINT";
  const rest = `${rules.cap?.restMinor ?? rules.distributableMinor}::${type}`;
  // Dividing all weights by what they have in common changes no share, and 64-bit division is fifty times faster.
  const exact = (weight: string) =>
    rules.narrowBy === null ? weight : `(${weight}::BIGINT // ${rules.narrowBy}::BIGINT)`;
  return [
    `CREATE OR REPLACE TEMP VIEW offer AS
  SELECT pseudonym, lines${keep}, rows, tokens, weight, ${admittedSql(rules, rules.boundary)} AS is_in FROM line`,
    `CREATE OR REPLACE TEMP VIEW part AS
  SELECT *, ${capped} AS capped FROM (
    SELECT pseudonym${keep}, is_in, rows, tokens, weight FROM offer WHERE lines = 1
    UNION ALL
    SELECT pseudonym${keepAny}, bool_or(is_in) AS is_in, ${inOrAll("rows", "BIGINT")}, ${inOrAll("tokens", "HUGEINT")},
      ${inOrAll("weight", "HUGEINT")} FROM offer WHERE lines > 1 GROUP BY pseudonym)`,
    `CREATE OR REPLACE TEMP TABLE total AS
  SELECT coalesce(sum(weight), 0)::HUGEINT AS weight FROM part WHERE is_in AND NOT capped`,
    `CREATE OR REPLACE TEMP TABLE divided AS
  SELECT * EXCLUDE (product, whole), product - base * whole AS remainder FROM (
    SELECT *, CASE WHEN capped THEN ${rules.cap?.capMinor ?? 0n} WHEN product > 0 THEN product // whole ELSE 0 END AS base FROM (
      SELECT pseudonym${keep}, is_in, rows, tokens, part.weight AS weight, capped, ${exact("total.weight")} AS whole,
        CASE WHEN is_in AND NOT capped THEN ${rest} * ${exact("part.weight")} ELSE 0 END AS product FROM part CROSS JOIN total))`,
    `CREATE OR REPLACE TEMP TABLE leftovers AS
  SELECT CASE WHEN (SELECT weight FROM total) > 0 THEN (${rest} - coalesce(sum(base), 0))::BIGINT ELSE 0 END AS n
  FROM divided WHERE is_in AND NOT capped`,
    `CREATE OR REPLACE TEMP TABLE last_leftover AS
  SELECT remainder, pseudonym FROM divided WHERE is_in AND NOT capped AND remainder > 0 AND (SELECT n FROM leftovers) > 0
  ORDER BY remainder DESC, pseudonym LIMIT 1 OFFSET (SELECT greatest(n - 1, 0) FROM leftovers)`,
    `CREATE OR REPLACE TEMP VIEW share AS
  SELECT pseudonym${keep}, CASE WHEN is_in THEN 'paid' ELSE 'floor_not_met' END AS outcome, rows, tokens, weight,
    base::BIGINT AS base_minor, leftover, (base + leftover)::BIGINT AS minor, capped
  FROM (SELECT *, CASE WHEN NOT is_in OR capped THEN 0 WHEN remainder > (SELECT remainder FROM last_leftover) THEN 1
      WHEN remainder = (SELECT remainder FROM last_leftover) AND pseudonym <= (SELECT pseudonym FROM last_leftover) THEN 1
      ELSE 0 END AS leftover FROM divided)`,
  ];
}

/** How the shares are written as CSV: by the download and by the recipe alike, so that both files are the same bytes. */
export function sharesCsvSql(from: string, to: string): string {
  return `COPY (SELECT ${SHARE_COLUMNS.join(", ")} FROM ${from} ORDER BY pseudonym) TO ${to} (FORMAT csv, HEADER)`;
}

export type RecipeTitle = Readonly<{
  allocationId: string;
  dealId: string;
  currency: string;
  digest: string;
  grossMinor: bigint;
  feeMinor: bigint;
  retainedMinor: bigint;
  /** Held back by rule, without what the cap keeps. */
  reserveMinor: bigint;
  /** What the cap keeps from everyone; it is added to the reserve. */
  keptMinor: bigint;
}>;

/**
 * The published recipe. DuckDB (1.2 or newer) runs it in the folder of weights.parquet, and writes shares.csv byte for byte.
 */
export function recipeText(title: RecipeTitle, rules: RecipeRules): string {
  const boundary = rules.boundary;
  return `-- How the shares of ${title.allocationId} (deal ${title.dealId}) were computed. Recompute them yourself:
--   duckdb < recipe.sql        in the folder that holds weights.parquet; it writes shares.csv, the same bytes as published.
-- All amounts are minor units of ${title.currency}; weights are millionths; floors are millionths of a ${title.currency} per 1,000 tokens.
-- gross ${title.grossMinor} = fee ${title.feeMinor} + retained ${title.retainedMinor} + ${reserveText(title.reserveMinor, title.keptMinor)} + ${title.keptMinor === 0n ? "divided here" : "paid here"} ${rules.distributableMinor - title.keptMinor}
-- Floors: ${boundary === null ? "everyone who asks a price is paid it, or no cap could ever pay it" : `one clearing rate; the first refused ask ${boundary.ask.num}/${boundary.ask.den} per unit of weight, equal asks in the order of a draw from ${rules.inputDigest}`}
-- Cap: ${rules.cap === null ? "none" : `${rules.cap.capMinor} at most each; ${rules.cap.cappedCount} contributors are capped`}
-- Leftover units go to the largest remainders, ties to the smaller pseudonym, bytewise.

CREATE OR REPLACE TEMP TABLE line AS
  SELECT pseudonym, line, lines, rows, tokens::HUGEINT AS tokens, weight::HUGEINT AS weight, whole::HUGEINT AS whole,
    coalesce(floor_micros, 0)::HUGEINT * tokens::HUGEINT AS asked FROM read_parquet('weights.parquet');

${divisionSql(rules, []).join(";\n\n")};

${sharesCsvSql("share", "'shares.csv'")};

${mustHold(title, rules)}
`;
}

function reserveText(byRule: bigint, kept: bigint): string {
  if (kept === 0n) return `reserve ${byRule}`;
  return `reserve ${byRule + kept} (${byRule} by rule, ${kept} that the cap keeps from everyone)`;
}

/** The last statement. Where a cap keeps money, it says how much: without it, what was paid is not what was divided. */
function mustHold({ keptMinor }: RecipeTitle, { cap, distributableMinor }: RecipeRules): string {
  if (keptMinor === 0n)
    return `-- What must hold: everything is paid out once${cap === null ? "" : " (but for what the cap keeps from everyone)"}.
SELECT sum(minor) AS paid, ${distributableMinor} AS divided FROM share;`;
  return `-- What must hold: paid + kept_by_cap = divided. What the cap keeps from everyone is added to the reserve.
SELECT coalesce(sum(minor), 0)::BIGINT AS paid, ${keptMinor} AS kept_by_cap, ${distributableMinor} AS divided FROM share;`;
}
