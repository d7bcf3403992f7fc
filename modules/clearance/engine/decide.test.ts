import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlText } from "@/infra/engine";
import type { JobHandle } from "@/infra/job-run";
import { narrowestOverride, type Override } from "../domain/narrowest";
import { type ItemStatus, rowVerdict, VERDICTS } from "../domain/verdict";
import { rowWeight } from "../domain/weights";
import { decide, tally } from "./decide";
import { rollUp } from "./roll-up";

const NAMES = ["ann", "ben", "cy"] as const;
const URLS = ["https://f.example/a/1", "https://f.example/a/b/2", "https://f.example/c/3"] as const;
const PREFIXES = ["https://f.example/", "https://f.example/a/", "https://f.example/a/b/"] as const;

const row = fc.record({
  contributor: fc.option(fc.constantFrom(...NAMES, "nobody"), { freq: 6 }),
  url: fc.option(fc.constantFrom(...URLS), { freq: 6 }),
  workId: fc.option(fc.constantFrom("wrk_1", "wrk_2")),
  tokens: fc.bigInt(0n, 500n),
  score: fc.option(fc.bigInt(-3n, 40n)),
  status: fc.constantFrom<ItemStatus>("live", "live", "live", "removed", "deleted"),
});
const answer = fc.record({
  verdict: fc.constantFrom(...VERDICTS),
  termsVersionId: fc.constantFrom("trm_1", "trm_2"),
  floorMicros: fc.option(fc.bigInt(1n, 9n)),
});
const override = fc
  .record({
    contributor: fc.constantFrom(...NAMES),
    answer,
    match: fc.oneof(
      fc.record({ matchKind: fc.constant("url" as const), matchValue: fc.constantFrom(...URLS) }),
      fc.record({ matchKind: fc.constant("url_prefix" as const), matchValue: fc.constantFrom(...PREFIXES) }),
      fc.record({
        matchKind: fc.constant("work_id" as const),
        matchValue: fc.constantFrom("wrk_1", "wrk_2"),
      }),
    ),
  })
  .map(
    ({ contributor, answer: said, match }): Override => ({
      contributor,
      ...said,
      ...match,
      reason: `of_${match.matchKind}_${match.matchValue}_${said.verdict}`,
    }),
  );

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "remit-decide-"));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const job = { progress: async () => {} } as unknown as JobHandle;
const value = (v: string | bigint | null) =>
  v === null ? "NULL" : typeof v === "bigint" ? String(v) : sqlText(v);

async function write(
  connection: DuckDBConnection,
  name: string,
  columns: string,
  rows: readonly (readonly (string | bigint | null)[])[],
) {
  const path = join(dir, `${name}.parquet`);
  await connection.run(`CREATE OR REPLACE TABLE w (${columns})`);
  if (rows.length > 0)
    await connection.run(
      `INSERT INTO w VALUES ${rows.map((cells) => `(${cells.map(value).join(", ")})`).join(", ")}`,
    );
  await connection.run(`COPY w TO ${sqlText(path)} (FORMAT parquet); DROP TABLE w`);
  return path;
}

test("the engine's counts and weights are those of the written rule, row by row", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.array(answer, { minLength: 2, maxLength: 3 }),
      fc.uniqueArray(override, {
        maxLength: 6,
        selector: (o) => `${o.contributor}|${o.matchKind}|${o.matchValue}`,
      }),
      async (rows, answers, overrides) => {
        const decisions = answers.map((said, i) => ({
          ...said,
          contributor: NAMES[i] ?? "",
          reason: `general_${said.verdict}`,
        }));
        const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
        const connection = await instance.connect();
        const accepted = await write(
          connection,
          "accepted",
          "line BIGINT, contributor VARCHAR, url VARCHAR, content_id VARCHAR, tokens BIGINT, score BIGINT, quality_ppm BIGINT, work_id VARCHAR, status VARCHAR",
          rows.map((r, i) => [
            BigInt(i),
            r.contributor,
            r.url,
            null,
            r.tokens,
            r.score,
            null,
            r.workId,
            r.status,
          ]),
        );
        const files = {
          decisions: await write(
            connection,
            "decisions",
            "contributor VARCHAR, person_id VARCHAR, verdict VARCHAR, reason VARCHAR, terms_version_id VARCHAR, floor_micros BIGINT, disputed BOOLEAN",
            decisions.map((d) => [
              d.contributor,
              `per_${d.contributor}`,
              d.verdict,
              d.reason,
              d.termsVersionId,
              d.floorMicros,
              "false",
            ]),
          ),
          overrides: await write(
            connection,
            "overrides",
            "contributor VARCHAR, match_kind VARCHAR, match_value VARCHAR, verdict VARCHAR, reason VARCHAR, terms_version_id VARCHAR, floor_micros BIGINT",
            overrides.map((o) => [
              o.contributor,
              o.matchKind,
              o.matchValue,
              o.verdict,
              o.reason,
              o.termsVersionId,
              o.floorMicros,
            ]),
          ),
          overridesCount: BigInt(overrides.length),
          sharedWorks: await write(
            connection,
            "shared",
            "work_id VARCHAR, person_id VARCHAR, share_bps BIGINT, match_kind VARCHAR, match_value VARCHAR",
            [],
          ),
          sharedWorksCount: 0n,
        };
        await rollUp({ connection, accepted, rows: BigInt(rows.length), weighting: "score_log", job });
        await decide(connection, files, { accepted, weighting: "score_log" });
        const got = new Map((await tally(connection)).map((t) => [`${t.verdict}:${t.reason}`, t]));

        const expected = new Map<string, { rows: bigint; tokens: bigint }>();
        let weight = 0n;
        for (const r of rows) {
          const general = decisions.find((d) => d.contributor === r.contributor) ?? null;
          const narrow = narrowestOverride({ ...r, contentId: null }, overrides);
          const verdict = rowVerdict(r, general, narrow);
          const key = `${verdict.verdict}:${verdict.reason}`;
          const known = expected.get(key) ?? { rows: 0n, tokens: 0n };
          expected.set(key, { rows: known.rows + 1n, tokens: known.tokens + r.tokens });
          if (r.status === "live" && r.contributor !== null)
            weight += rowWeight("score_log", { tokens: r.tokens, score: r.score, qualityPpm: null });
        }
        expect([...got.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [key, want] of expected) expect(got.get(key)).toMatchObject(want);
        const total = await connection.runAndReadAll(
          "SELECT coalesce(sum(weight), 0)::VARCHAR AS w FROM verdict",
        );
        expect(total.getRowObjects()[0]?.w).toBe(String(weight));
        connection.closeSync();
        instance.closeSync();
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
