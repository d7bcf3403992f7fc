import { mkdir } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { workFile } from "@/infra/files/storage";
import type { JobHandle } from "@/infra/work/job-run";
import { scoreMultiplier } from "../domain/weights";
import { partsFor, rollUp, weighted } from "./roll-up";

type Row = Readonly<{ contributor: string | null; tokens: bigint; status: "live" | "deleted" | "removed" }>;
type Sums = Readonly<Record<string, readonly [rows: number, tokens: number]>>;

const job = { progress: async () => {} } as unknown as JobHandle;

/** What the engine makes of the rows, by contributor and status, and in how many parts. */
async function rolledUp(rows: readonly Row[], memory = 2n ** 30n): Promise<{ sums: Sums; parts: number }> {
  const path = await workFile(".parquet");
  const dir = `${path}.parts`;
  await mkdir(dir);
  const values = rows.map(
    ({ contributor, tokens, status }) =>
      `(${contributor === null ? "NULL" : sqlText(contributor)}, ${tokens}, ${sqlText(status)})`,
  );
  return withEngine(async (connection) => {
    await connection.run(
      `COPY (SELECT contributor::VARCHAR AS contributor, tokens::BIGINT AS tokens, status
         FROM (VALUES ${values.join(", ")}) r(contributor, tokens, status)) TO ${sqlText(path)} (FORMAT parquet)`,
    );
    const counted = { accepted: BigInt(rows.length), contributors: namedIn(rows) };
    const files = await rollUp({
      ...{ connection, accepted: path, dir, counted },
      ...{ weighting: "per_token", memory, job },
    });
    const found = await connection.runAndReadAll(`
      SELECT contributor, 'live' AS status, rows::INTEGER, tokens::INTEGER FROM live
      UNION ALL SELECT contributor, status, rows::INTEGER, tokens::INTEGER FROM dead`);
    const sums = found.getRowsJS().map(([name, status, n, tokens]) => [`${name} ${status}`, [n, tokens]]);
    return { sums: Object.fromEntries(sums) as Sums, parts: files.length };
  });
}

const namedIn = (rows: readonly Row[]): bigint =>
  BigInt(new Set(rows.flatMap(({ contributor }) => contributor ?? [])).size);

function added(rows: readonly Row[]): Sums {
  const sums: Record<string, [number, number]> = {};
  for (const { contributor, tokens, status } of rows) {
    const [n, sum] = sums[`${contributor} ${status}`] ?? [0, 0];
    sums[`${contributor} ${status}`] = [n + 1, sum + Number(tokens)];
  }
  return sums;
}

/** Room for all names, and for two or three at a time. */
const memories = fc.constantFrom(2n ** 30n, 700n, 1000n);

test("rows add up by contributor and status, whichever names they are by", async () => {
  const row = fc.record<Row>({
    contributor: fc.constantFrom(null, "ada", "bob", "a name that is longer than twelve bytes"),
    tokens: fc.bigInt(0n, 1000n),
    status: fc.constantFrom("live", "live", "live", "deleted", "removed"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), memories, async (rows, memory) => {
      expect((await rolledUp(rows, memory)).sums).toEqual(added(rows));
    }),
    { numRuns: 40 },
  );
});

test("the fewer names fit the memory, the more parts there are, and each part fits", () => {
  const MIB = 2n ** 20n;
  expect(partsFor(6_000_000n, 3013n * MIB)).toBe(1);
  expect(partsFor(20_000_000n, 3013n * MIB)).toBe(3);
  expect(partsFor(40_000_000n, 3013n * MIB)).toBe(5);
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(256n, 10n ** 5n), (contributors, mib) => {
      const parts = BigInt(partsFor(contributors, mib * MIB));
      expect(parts).toBeGreaterThanOrEqual(1n);
      expect(contributors * 160n <= (parts * mib * MIB) / 2n).toBe(true);
    }),
  );
});

test("rows that name nobody are in one part with their status, however many parts there are", async () => {
  const nobody = (status: Row["status"]): Row => ({ contributor: null, tokens: 2n, status });
  const ada: Row = { contributor: "ada", tokens: 1n, status: "live" };
  const found = await rolledUp([nobody("live"), nobody("live"), nobody("deleted"), ada], 100n);
  expect(found.parts).toBeGreaterThan(1);
  expect(found.sums).toEqual({ "null live": [2, 4], "null deleted": [1, 2], "ada live": [1, 1] });
});

test("every distinct score has its multiplier, and few are in memory at the same time", async () => {
  const path = await workFile(".parquet");
  await withEngine(async (connection) => {
    await connection.run(
      `COPY (SELECT i AS score, 1::BIGINT AS tokens, NULL::BIGINT AS quality_ppm FROM range(-10, 120001) r(i)) TO ${sqlText(path)} (FORMAT parquet)`,
    );
    const reads: number[] = [];
    const readAll = connection.runAndReadAll.bind(connection);
    connection.runAndReadAll = async (...asked: Parameters<typeof readAll>) => {
      const reader = await readAll(...asked);
      reads.push(reader.currentRowCount);
      return reader;
    };
    await weighted(connection, `read_parquet(${sqlText(path)})`, "score_log");
    expect(Math.max(...reads)).toBeLessThanOrEqual(50_000);
    const found = await readAll(
      "SELECT count(*)::INTEGER, count(DISTINCT score)::INTEGER, min(score), max(score), max(multiplier) FROM multiplier",
    );
    expect(found.getRows()).toEqual([[120_000, 120_000, 1n, 120_000n, scoreMultiplier(120_000n)]]);
  });
});

test("names too long for the estimated number of parts are grouped in more of them", async () => {
  const path = await workFile(".parquet");
  const dir = `${path}.parts`;
  await mkdir(dir);
  const names = 300_000;
  await withEngine(async (connection) => {
    await connection.run(
      `COPY (SELECT repeat('x', 300) || (i % ${names}) AS contributor, 1::BIGINT AS tokens, 'live' AS status
         FROM range(${names * 2}) r(i)) TO ${sqlText(path)} (FORMAT parquet, ROW_GROUP_SIZE 20000)`,
    );
  });
  await withEngine(
    async (connection) => {
      const counted = { accepted: BigInt(names * 2), contributors: BigInt(names) };
      const run = { connection, accepted: path, dir, counted, weighting: "per_token" as const, job };
      expect(partsFor(counted.contributors, 2n ** 40n)).toBe(1);
      const files = await rollUp({ ...run, memory: 2n ** 40n });
      expect(files.length).toBeGreaterThan(1);
      const found = await connection.runAndReadAll("SELECT count(*)::INTEGER, sum(rows)::INTEGER FROM live");
      expect(found.getRows()).toEqual([[names, names * 2]]);
    },
    { memoryMb: 150 },
  );
}, 60_000);
