import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sumOf } from "@/kernel/sum";
import { allocate, type ContributorOffer } from "../domain/allocate";
import { divide } from "./divide";
import { rowsOf } from "./read";
import { recipeText, sharesCsvSql } from "./recipe";

type Given = { contributor: number; tokens: bigint; weight: bigint; floorMicros: bigint | null };

const rowArbitrary = fc.record({
  contributor: fc.integer({ min: 0, max: 12 }),
  tokens: fc.bigInt(0n, 3_000n),
  weight: fc.oneof(fc.bigInt(0n, 3n), fc.constant(1_000_000n), fc.bigInt(1n, 10n ** 16n)),
  floorMicros: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    fc.constantFrom(1n, 300n, 70_000n),
    fc.bigInt(1n, 10n ** 8n),
  ),
});
const ruleArbitrary = fc.record({
  distributableMinor: fc.oneof(fc.bigInt(0n, 60n), fc.bigInt(0n, 10n ** 11n)),
  decimals: fc.constantFrom(0, 2, 3),
  capBps: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 10_000 })),
});

let instance: DuckDBInstance;
let connection: DuckDBConnection;
let dir: string;

beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  connection = await instance.connect();
  dir = mkdtempSync(join(tmpdir(), "remit-divide-"));
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
  rmSync(dir, { recursive: true, force: true });
});

const INPUT = "5f".repeat(32);
const pseudonym = (n: number) => createHash("md5").update(String(n)).digest("hex");

function offersOf(given: readonly Given[]): ContributorOffer[] {
  const lines = new Map<number, number>();
  return given.map((row) => {
    const line = lines.get(row.contributor) ?? 0;
    lines.set(row.contributor, line + 1);
    const name = pseudonym(row.contributor);
    const draw = createHash("sha256").update(`${INPUT}:${name}/${line}`).digest("hex");
    return { ...row, contributor: name, key: `${name}/${line}`, draw };
  });
}

/** The table `line` as a run makes it, from weights.parquet as it is published. */
async function load(offers: readonly ContributorOffer[]): Promise<void> {
  const of = (name: string) => offers.filter((offer) => offer.contributor === name);
  const rows = offers.map((offer) => {
    const own = of(offer.contributor);
    const whole = sumOf(own, (one) => one.weight);
    return `('${offer.contributor}', ${offer.key.split("/")[1]}, ${own.length}, 1, ${offer.tokens}, ${offer.weight}, ${whole}, ${offer.floorMicros ?? "NULL"})`;
  });
  await connection.run(`CREATE OR REPLACE TABLE published (pseudonym VARCHAR, line INTEGER, lines BIGINT, rows BIGINT,
    tokens DECIMAL(38,0), weight DECIMAL(38,0), whole DECIMAL(38,0), floor_micros BIGINT)`);
  await connection.run(`INSERT INTO published VALUES ${rows.join(", ")}`);
  await connection.run(`CREATE OR REPLACE TABLE line AS SELECT pseudonym, line, lines, rows, tokens::HUGEINT AS tokens,
    weight::HUGEINT AS weight, whole::HUGEINT AS whole, coalesce(floor_micros, 0)::HUGEINT * tokens::HUGEINT AS asked FROM published`);
}

describe("the division in DuckDB", () => {
  test("equals the written rule on random inputs: floors, draws, caps, leftovers", async () => {
    await fc.assert(
      fc.asyncProperty(
        ruleArbitrary,
        fc.array(rowArbitrary, { minLength: 1, maxLength: 24 }),
        async (rules, given) => {
          const offers = offersOf(given);
          await load(offers);
          const expected = allocate(rules, offers);
          const division = await divide(connection, { ...rules, inputDigest: INPUT }, []);
          expect(division.paidMinor).toBe(expected.paidMinor);
          expect(division.admittedWeight).toBe(expected.clearing.weight);
          expect(division.boundary?.ask ?? null).toEqual(reduce(expected.clearing.blocking));
          const got = await rowsOf(
            connection,
            "SELECT pseudonym, outcome, tokens, weight, base_minor, leftover, minor, capped FROM share ORDER BY pseudonym",
          );
          expect(got).toEqual(
            expected.shares
              .map((share) => ({
                pseudonym: share.contributor,
                outcome: share.outcome,
                tokens: String(share.tokens),
                weight: String(share.weight),
                base_minor: String(share.baseMinor),
                leftover: String(share.leftover),
                minor: String(share.minor),
                capped: String(share.capped),
              }))
              .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1)),
          );
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  test("the published recipe writes the same bytes from the published weights", async () => {
    const offers = offersOf(
      Array.from({ length: 400 }, (_, i) => ({
        contributor: Math.floor(i * 0.9),
        tokens: BigInt((i * 7919) % 1500),
        weight: BigInt((i * 104729) % 99_991) * 1_000_000n,
        floorMicros: i % 3 === 0 ? BigInt(((i * 31) % 17) * 200_000) : null,
      })),
    );
    for (const capBps of [null, 40]) {
      await load(offers);
      const rules = { distributableMinor: 98_765n, decimals: 2, capBps, inputDigest: INPUT };
      const division = await divide(connection, rules, []);
      await connection.run(sharesCsvSql("share", `'${dir}/ours.csv'`));
      await connection.run(
        `COPY (FROM published ORDER BY random()) TO '${dir}/weights.parquet' (FORMAT parquet)`,
      );
      const recipe = recipeText(
        {
          allocationId: "alc_1",
          dealId: "deal_1",
          currency: "USD",
          digest: "",
          grossMinor: 98_765n,
          feeMinor: 0n,
          retainedMinor: 0n,
          reserveMinor: 0n,
          keptMinor: rules.distributableMinor - division.paidMinor,
        },
        { ...rules, boundary: division.boundary, cap: division.cap, narrowBy: division.narrowBy },
      );
      const elsewhere = await DuckDBInstance.create(":memory:", { threads: "1" });
      const other = await elsewhere.connect();
      await other.run(
        recipe
          .replaceAll("'weights.parquet'", `'${dir}/weights.parquet'`)
          .replaceAll("'shares.csv'", `'${dir}/theirs.csv'`),
      );
      other.closeSync();
      elsewhere.closeSync();
      expect(readFileSync(`${dir}/theirs.csv`).equals(readFileSync(`${dir}/ours.csv`))).toBe(true);
      expect(division.boundary).not.toBeNull();
    }
  });

  test("refuses numbers that would leave 128 bits, rather than being wrong", async () => {
    await load(offersOf([{ contributor: 1, tokens: 1n, weight: 10n ** 36n, floorMicros: null }]));
    await expect(
      divide(
        connection,
        { distributableMinor: 10n ** 6n, decimals: 2, capBps: null, inputDigest: INPUT },
        [],
      ),
    ).rejects.toThrow("leaves 128 bits");
  });
});

function reduce(fraction: { num: bigint; den: bigint } | null): { num: bigint; den: bigint } | null {
  if (fraction === null) return null;
  let [a, b] = [fraction.num, fraction.den];
  while (b > 0n) [a, b] = [b, a % b];
  return { num: fraction.num / a, den: fraction.den / a };
}
