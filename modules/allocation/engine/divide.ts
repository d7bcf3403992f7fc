import type { DuckDBConnection } from "@duckdb/node-api";
import { fileDigest } from "@/infra/engine/content-digest";
import { sqlText } from "@/infra/engine/engine";
import { WEIGHT_ONE } from "@/modules/clearance/domain/weights";
import { type CapDecision, decideCap, weightsNeeded } from "../domain/caps";
import { admittedSql, assertFits, type Boundary, type ClearingRules, findBoundary } from "./clear-floors";
import { firstRow, rowsOf } from "./read";
import { divisionSql, sharesCsvSql } from "./recipe";

/** The results of a division besides the shares; big numbers are exact. */
export type Division = Readonly<{
  boundary: Boundary | null;
  cap: CapDecision | null;
  narrowBy: bigint | null;
  /** Weight of everything that is in. */
  admittedWeight: bigint;
  paidMinor: bigint;
  leftoverUnits: bigint;
  paidContributors: bigint;
  refusedContributors: bigint;
  /** Of those the split takes in, how many get exactly nothing: their part is below the smallest unit. */
  emptyContributors: bigint;
  includedRows: bigint;
  includedTokens: bigint;
  refusedRows: bigint;
  refusedTokens: bigint;
}>;

/** Private columns that the run takes along from `line`. */
const CARRIED = ["contributor", "person_id", "disputed", "floor_micros", "multi"] as const;

/** From the table `line` to the table `share`. Equals domain/allocate.ts on every input; memory is DuckDB's. */
export async function divide(
  connection: DuckDBConnection,
  rules: ClearingRules,
  carried: readonly string[] = CARRIED,
): Promise<Division> {
  const boundary = await findBoundary(connection, rules);
  const { weight } = await firstRow(
    connection,
    `SELECT coalesce(sum(weight), 0) AS weight FROM line WHERE ${admittedSql(rules, boundary)}`,
  );
  const admittedWeight = BigInt(weight ?? 0);
  assertFits([rules.distributableMinor, admittedWeight], "pool × total weight");
  const cap = await capOf(connection, rules, boundary, admittedWeight);
  const narrowBy = await narrowing(connection, rules, admittedWeight);
  for (const statement of divisionSql({ ...rules, boundary, cap, narrowBy }, carried))
    await connection.run(statement);
  const totals = await firstRow(
    connection,
    `SELECT coalesce(sum(minor), 0) AS paid, coalesce(sum(leftover), 0) AS leftover,
       count(*) FILTER (WHERE outcome = 'paid') AS paid_n, count(*) FILTER (WHERE outcome <> 'paid') AS refused_n,
       count(*) FILTER (WHERE outcome = 'paid' AND minor = 0) AS empty_n,
       coalesce(sum(rows) FILTER (WHERE outcome = 'paid'), 0) AS paid_rows, coalesce(sum(tokens) FILTER (WHERE outcome = 'paid'), 0) AS paid_tokens,
       (SELECT coalesce(sum(rows), 0) FROM line) AS all_rows, (SELECT coalesce(sum(tokens), 0) FROM line) AS all_tokens FROM share`,
  );
  const number = (name: string) => BigInt(totals[name] ?? 0);
  return {
    boundary,
    cap,
    narrowBy,
    admittedWeight,
    paidMinor: number("paid"),
    leftoverUnits: number("leftover"),
    paidContributors: number("paid_n"),
    refusedContributors: number("refused_n"),
    emptyContributors: number("empty_n"),
    includedRows: number("paid_rows"),
    includedTokens: number("paid_tokens"),
    refusedRows: number("all_rows") - number("paid_rows"),
    refusedTokens: number("all_tokens") - number("paid_tokens"),
  };
}

/** The cap is decided by the domain from the few heaviest weights: more than these would overspend the pool. */
async function capOf(
  connection: DuckDBConnection,
  rules: ClearingRules,
  boundary: Boundary | null,
  admittedWeight: bigint,
): Promise<CapDecision | null> {
  if (rules.capBps === null) return null;
  const heaviest = await rowsOf(
    connection,
    `SELECT sum(weight) AS weight FROM line WHERE ${admittedSql(rules, boundary)} GROUP BY pseudonym
     ORDER BY 1 DESC LIMIT ${weightsNeeded(rules.distributableMinor, rules.capBps)}`,
  );
  return decideCap(
    rules.distributableMinor,
    rules.capBps,
    heaviest.map((row) => BigInt(row.weight ?? 0)),
    admittedWeight,
  );
}

const INT64_MAX = 2n ** 63n - 1n;

/** Whether 64 bits are enough once weights that are whole units are divided by WEIGHT_ONE; see RecipeRules. */
async function narrowing(
  connection: DuckDBConnection,
  rules: ClearingRules,
  admittedWeight: bigint,
): Promise<bigint | null> {
  const heaviest = await firstRow(connection, "SELECT max(whole) AS whole FROM line");
  const whole = BigInt(heaviest.whole ?? 0);
  if (whole > INT64_MAX || admittedWeight > INT64_MAX) return null;
  const fits = (scale: bigint) => (rules.distributableMinor * whole) / scale <= INT64_MAX;
  if (fits(1n)) return 1n;
  if (!fits(WEIGHT_ONE)) return null;
  const { odd } = await firstRow(
    connection,
    `SELECT coalesce(bool_or(weight::BIGINT % ${WEIGHT_ONE} <> 0), false) AS odd FROM line`,
  );
  return odd === "false" ? WEIGHT_ONE : null;
}

/** Writes the published shares.csv and gives its SHA-256: the digest is over the very bytes everybody can download. */
export async function writeSharesCsv(connection: DuckDBConnection, to: string): Promise<string> {
  await connection.run(sharesCsvSql("share", sqlText(to)));
  return fileDigest(to);
}
