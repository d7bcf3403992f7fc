import type { DuckDBConnection } from "@duckdb/node-api";
import { assert } from "@/kernel/assert";
import { capMinor } from "../domain/caps";
import { compareRationals, priceScale, type Rational } from "../domain/floors";
import { firstRow, rowsOf } from "./read";

export type ClearingRules = Readonly<{
  distributableMinor: bigint;
  decimals: number;
  capBps: number | null;
  inputDigest: string;
}>;

/** Where the line between in and out runs; all of it is published, so that anybody can draw it again. */
export type Boundary = Readonly<{
  /** Total weight at which the boundary's offers are still paid what they ask: floor(pool ÷ ask). */
  capacity: bigint;
  /** What they ask per unit of weight. */
  ask: Rational;
  /** Among equal asks the draw decides: in up to this draw; null: none of them. */
  lastDraw: string | null;
}>;

/** 2^127 − 1: what a signed 128-bit integer holds. DuckDB refuses to overflow; this refuses sooner and says why. */
const INT128_MAX = 2n ** 127n - 1n;

export function assertFits(factors: readonly bigint[], what: string): void {
  assert(factors.reduce((product, factor) => product * factor, 1n) <= INT128_MAX, `${what} leaves 128 bits`);
}

export function drawSql(inputDigest: string): string {
  return `sha256('${inputDigest}:' || pseudonym || '/' || line)`;
}

/**
 * The largest total weight at which an offer's ask is still paid: floor(pool ÷ ask). An integer, so it compares with a weight
 * exactly.
 */
export function capacitySql(rules: Pick<ClearingRules, "distributableMinor" | "decimals">): string {
  return `(${rules.distributableMinor * priceScale(rules.decimals)}::HUGEINT * weight // asked)`;
}

/** What a capped contributor could be paid must cover what the line asks (domain/allocate.ts, payableUnderCap). */
export function underCapSql(rules: ClearingRules): string {
  if (rules.capBps === null) return "true";
  const most = capMinor(rules.distributableMinor, rules.capBps) * priceScale(rules.decimals);
  return `(CASE WHEN lines = 1 THEN asked <= ${most} ELSE asked * whole <= ${most}::HUGEINT * weight END)`;
}

/**
 * One clearing rate, found without sorting a person in our own memory: offers are gathered by their capacity, the group
 * in which the running weight first exceeds it is the boundary, within it exact asks are compared as fractions, and
 * among equal asks the draw decides. Null: everyone who could be paid is in. Equals domain/floors.ts, clearFloors.
 */
export async function findBoundary(
  connection: DuckDBConnection,
  rules: ClearingRules,
): Promise<Boundary | null> {
  const most = await firstRow(
    connection,
    "SELECT max(weight) AS weight, max(asked) AS asked FROM line WHERE asked > 0",
  );
  if (most.weight === undefined) return null;
  assertFits(
    [rules.distributableMinor, priceScale(rules.decimals), BigInt(most.weight)],
    "pool × weight of an offer",
  );
  if (await everyoneIsPaid(connection, rules, BigInt(most.asked ?? 0))) return null;
  await connection.run(`CREATE OR REPLACE TABLE asking AS
    SELECT pseudonym, line, weight, asked, ${capacitySql(rules)} AS capacity FROM line
    WHERE asked > 0 AND weight > 0 AND ${underCapSql(rules)}`);
  const free = await firstRow(
    connection,
    "SELECT coalesce(sum(weight), 0) AS weight FROM line WHERE asked = 0",
  );
  const group = await firstRow(
    connection,
    `WITH g AS (SELECT capacity, sum(weight) AS weight FROM asking GROUP BY capacity),
       r AS (SELECT capacity, weight, ${free.weight}::HUGEINT + sum(weight) OVER (ORDER BY capacity DESC) AS through FROM g)
     SELECT capacity, through - weight AS before FROM r WHERE through > capacity ORDER BY capacity DESC LIMIT 1`,
  );
  if (group.capacity === undefined || group.before === undefined) return null;
  return withinGroup(connection, BigInt(group.capacity), BigInt(group.before), rules.inputDigest);
}

/** The usual case, without a division a line: everybody who could be paid stays content even with all of them in. */
async function everyoneIsPaid(
  connection: DuckDBConnection,
  rules: ClearingRules,
  mostAsked: bigint,
): Promise<boolean> {
  const { weight } = await firstRow(connection, "SELECT sum(weight) AS weight FROM line");
  if (mostAsked * BigInt(weight ?? 0) > INT128_MAX) return false;
  const money = rules.distributableMinor * priceScale(rules.decimals);
  const { content } = await firstRow(
    connection,
    `SELECT bool_and(${money}::HUGEINT * weight >= asked * ${weight}::HUGEINT) AS content FROM line
     WHERE asked > 0 AND weight > 0 AND ${underCapSql(rules)}`,
  );
  return content !== "false";
}

async function withinGroup(
  connection: DuckDBConnection,
  capacity: bigint,
  before: bigint,
  inputDigest: string,
): Promise<Boundary> {
  const reduced = "asked // gcd(asked, weight) AS num, weight // gcd(asked, weight) AS den";
  const asks = await rowsOf(
    connection,
    `SELECT num, den, sum(weight) AS weight FROM (SELECT ${reduced}, weight FROM asking WHERE capacity = ${capacity}) GROUP BY ALL`,
  );
  const sorted = asks
    .map((row) => ({
      ask: { num: BigInt(row.num ?? 0), den: BigInt(row.den ?? 1) },
      weight: BigInt(row.weight ?? 0),
    }))
    .sort((a, b) => compareRationals(a.ask, b.ask));
  let sum = before;
  for (const { ask, weight } of sorted) {
    if (sum + weight <= capacity) {
      sum += weight;
      continue;
    }
    const drawn = await firstRow(
      connection,
      `WITH o AS (SELECT ${drawSql(inputDigest)} AS draw, weight FROM (SELECT *, ${reduced} FROM asking WHERE capacity = ${capacity})
           WHERE num = ${ask.num} AND den = ${ask.den}),
         r AS (SELECT draw, sum(weight) OVER (ORDER BY draw) AS through FROM o)
       SELECT max(draw) AS draw FROM r WHERE ${sum}::HUGEINT + through <= ${capacity}`,
    );
    return { capacity, ask, lastDraw: drawn.draw ?? null };
  }
  throw new Error("invariant broken: a boundary group that fits is no boundary");
}

/** SQL that is true for lines that are in. */
export function admittedSql(rules: ClearingRules, boundary: Boundary | null): string {
  const payable = `weight > 0 AND ${underCapSql(rules)}`;
  if (boundary === null) return `(asked = 0 OR (${payable}))`;
  const { capacity, ask, lastDraw } = boundary;
  const equal =
    lastDraw === null
      ? "false"
      : `asked * ${ask.den} = ${ask.num}::HUGEINT * weight AND ${drawSql(rules.inputDigest)} <= '${lastDraw}'`;
  return `(CASE WHEN asked = 0 THEN true WHEN NOT (${payable}) THEN false
    WHEN ${capacitySql(rules)} <> ${capacity} THEN ${capacitySql(rules)} > ${capacity}
    WHEN asked * ${ask.den} < ${ask.num}::HUGEINT * weight THEN true ELSE ${equal} END)`;
}
