import fc from "fast-check";
import { expect, test } from "vitest";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { workFile } from "@/infra/files/storage";
import type { JobHandle } from "@/infra/work/job-run";
import { scoreMultiplier } from "../domain/weights";
import { passesFor, rollUp, weighted } from "./roll-up";

type Row = Readonly<{ contributor: string | null; tokens: bigint; status: "live" | "deleted" | "removed" }>;
type Sums = Readonly<Record<string, readonly [rows: number, tokens: number]>>;

const job = { progress: async () => {} } as unknown as JobHandle;

/** What the engine makes of the rows, by contributor and status, and by what it grouped them in the end. */
async function rolledUp(rows: readonly Row[], memory = 2n ** 30n): Promise<{ sums: Sums; by: string }> {
  const path = await workFile(".parquet");
  const values = rows.map(
    ({ contributor, tokens, status }) =>
      `(${contributor === null ? "NULL" : sqlText(contributor)}, ${tokens}, ${sqlText(status)})`,
  );
  return withEngine(async (connection) => {
    const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS();
    await connection.run(
      `COPY (SELECT contributor::VARCHAR AS contributor, tokens::BIGINT AS tokens, status
         FROM (VALUES ${values.join(", ")}) r(contributor, tokens, status)) TO ${sqlText(path)} (FORMAT parquet)`,
    );
    const counted = { accepted: BigInt(rows.length), contributors: namedIn(rows) };
    await rollUp({ connection, accepted: path, counted, weighting: "per_token", memory, job });
    const told = await read(`SELECT contributor, 'live' AS status, rows::INTEGER, tokens::INTEGER FROM live
      UNION ALL SELECT contributor, status, rows::INTEGER, tokens::INTEGER FROM dead`);
    return {
      sums: Object.fromEntries(
        told.map(([name, status, n, tokens]) => [`${name} ${status}`, [n, tokens]]),
      ) as Sums,
      by: (await read("FROM duckdb_columns() WHERE table_name = 'rolled' AND column_name = 'key'")).length
        ? "hash"
        : "name",
    };
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

// Found by running DuckDB's hash backwards; the tests below say so should another version hash otherwise.
const TWINS = ["forum_member", "Ni4N66L0u15a"] as const;
const NOBODYS_TWIN = "iLv9PKsFfsxa";

/** Room for all names, and for two or three at a time. */
const memories = fc.constantFrom(2n ** 30n, 700n, 1000n);

test("rows add up by contributor and status, whichever names they are by", async () => {
  const row = fc.record<Row>({
    contributor: fc.constantFrom(
      null,
      "ada",
      "bob",
      "a name that is longer than twelve bytes",
      ...TWINS,
      NOBODYS_TWIN,
    ),
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

test("the fewer names fit the memory, the more passes there are, and each pass fits", () => {
  const MIB = 2n ** 20n;
  expect(passesFor(6_000_000n, 3013n * MIB)).toBe(1);
  expect(passesFor(20_000_000n, 3013n * MIB)).toBe(3);
  expect(passesFor(40_000_000n, 3013n * MIB)).toBe(5);
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(256n, 10n ** 5n), (contributors, mib) => {
      const passes = BigInt(passesFor(contributors, mib * MIB));
      expect(passes).toBeGreaterThanOrEqual(1n);
      expect(contributors * 160n <= (passes * mib * MIB) / 2n).toBe(true);
    }),
  );
});

test("two names that share a hash are kept apart, and a name is kept apart from nobody's", async () => {
  const one = (contributor: string | null): Row => ({ contributor, tokens: 1n, status: "live" });
  const by = async (...names: (string | null)[]) => (await rolledUp(names.map(one))).by;
  expect(await by("ada", "bob", null)).toBe("hash");
  expect(await by(...TWINS)).toBe("name");
  expect(await by("ada", NOBODYS_TWIN)).toBe("name");
  expect(await by(NOBODYS_TWIN, null)).toBe("name");
  await withEngine(async (connection) => {
    const hashes = await connection.runAndReadAll(
      `SELECT ${[...TWINS, NOBODYS_TWIN].map((name) => `hash(${sqlText(name)})`).join(", ")}, hash(NULL::VARCHAR)`,
    );
    const [a, b, c, nobody] = hashes.getRows()[0] ?? [];
    expect(a, "the pair no longer shares a hash: look for another").toBe(b);
    expect(c, "it no longer shares nobody's hash: look for another").toBe(nobody);
  });
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

test("names too long for the estimated number of passes are grouped in more of them", async () => {
  const path = await workFile(".parquet");
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
      const run = { connection, accepted: path, counted, weighting: "per_token" as const, job };
      expect(passesFor(counted.contributors, 2n ** 40n)).toBe(1);
      await rollUp({ ...run, memory: 2n ** 40n });
      const found = await connection.runAndReadAll("SELECT count(*)::INTEGER, sum(rows)::INTEGER FROM live");
      expect(found.getRows()).toEqual([[names, names * 2]]);
    },
    { memoryMb: 150 },
  );
}, 60_000);
