import { rm } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { ClientBase } from "pg";
import { db, transaction } from "@/infra/db/db";
import { sqlText } from "@/infra/engine/engine";
import { prepareDealConsent } from "@/jobs/prepare-deal-consent";
import { daysAfter } from "@/kernel/time";
import type { Preset } from "@/modules/consent/domain/presets";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { storedManifest } from "@/test/factories/allocation";
import { aPersonActor } from "@/test/factories/consent";
import { noticedDeal } from "@/test/factories/deals";
import { anOrganisation, callAs, SYSTEM, signInAs } from "@/test/factories/parties";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");

/** Of 100 people with a verified handle: what they answered. */
const ANSWERS: readonly (readonly [Preset, number])[] = [
  ["paid_anything", 70],
  ["open_or_pay", 15],
  ["research_only", 10],
  ["never", 5],
];

export type BenchWorld = Awaited<ReturnType<typeof makeWorld>>;

/**
 * A platform with one noticed deal, a manifest of `rows` accepted rows by 2 contributors per 100 rows (a heavy tail: the
 * top 1 % have a third of all items), and 80 % of them verified with terms of their own.
 */
export async function makeWorld(rows: bigint, file: string) {
  const contributors = rows / 50n;
  const platform = await anOrganisation({ name: "Bench Forum" });
  const call = callAs(platform.owner);
  const deal = await noticedDeal({ ...call, now: daysAfter(new Date(), -1) }, { weighting: "per_token" });
  await generate(rows, contributors, file);
  await optIn(platform.id, (contributors * 80n) / 100n);
  await prepareDealConsent(callAs(SYSTEM), { dealId: deal.id }); // as the worker does when a deal is noticed
  const manifestId = await storedManifest(
    { dealId: deal.id, organisationId: platform.id },
    file,
    { accepted: rows, contributors },
    `${rows}`.padStart(64, "0"),
  );
  return { platform, call, deal, manifestId, contributorCookie: await aContributorSignsIn() };
}

/** One of the contributors as a person with a session, so that their home can be looked at. */
async function aContributorSignsIn(): Promise<string> {
  const id = "per_bench0";
  await db.prisma.person.create({ data: { id, name: "Bea Contributor", createdAt: LONG_AGO } });
  return `remit.session=${await signInAs(id)}`;
}

/** Rows are a function of their number alone, so two benches read the same file. */
async function generate(rows: bigint, contributors: bigint, file: string): Promise<void> {
  await rm(file, { force: true });
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "2",
    memory_limit: "2GiB",
    preserve_insertion_order: "false",
  });
  const connection = await instance.connect();
  const u = (salt: number) => `((hash(i + ${salt}) % 1000003) / 1000003.0)`;
  await connection.run(`
    COPY (SELECT i AS line,
        CASE WHEN i >= ${contributors} AND hash(i + 7) % 20 = 0 THEN NULL
          ELSE 'member_' || CASE WHEN i < ${contributors} THEN i ELSE (${contributors} * pow(${u(1)}, 4))::BIGINT % ${contributors} END END AS contributor,
        NULL::VARCHAR AS url, 'p' || i AS content_id, TIMESTAMP '2020-01-01' + to_seconds((hash(i + 3) % 150000000)::BIGINT) AS created_at,
        (1 + hash(i + 4) % 400)::BIGINT AS tokens, (10 * pow(${u(5)} + 0.000001, -0.5) - 12)::BIGINT AS score, NULL::BIGINT AS quality_ppm,
        NULL::VARCHAR AS work_id, NULL::VARCHAR AS title, 'en' AS language,
        CASE hash(i + 6) % 100 WHEN 0 THEN 'deleted' WHEN 1 THEN 'removed' WHEN 2 THEN 'removed' ELSE 'live' END AS status
      FROM range(${rows}) t(i))
    TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
}

/** Verified handles and terms for the first `people` contributors, as the verbs would leave them, in bulk. */
async function optIn(platformId: string, people: bigint): Promise<void> {
  const seqs: number[] = [];
  for (const [preset, share] of ANSWERS) {
    const { id } = await setTerms(callAs(aPersonActor(), { now: LONG_AGO }), { preset });
    const version = await db.prisma.termsVersion.findUniqueOrThrow({ where: { id } });
    for (let i = 0; i < share; i++) seqs.push(version.contentSeq ?? 0);
  }
  await transaction(
    async ({ pg }) => {
      await pg.query("SET LOCAL session_replication_role = replica"); // no guard per row: these rows are right
      await pg.query("SET LOCAL maintenance_work_mem = '1GB'");
      const indexes = await dropIndexes(pg, ["handle", "handle_period", "terms_version"]);
      const n = people.toString();
      const at = "'2026-01-02T00:00:00Z'::timestamptz";
      await pg.query(`
        INSERT INTO handle (id, platform_id, name, shown_name, person_id, state, verified_at, created_at)
          SELECT 'hdl_bench' || i, '${platformId}', 'member_' || i, 'member_' || i, 'per_bench' || i, 'verified', ${at}, ${at}
          FROM generate_series(0, ${n}::bigint - 1) i;
        INSERT INTO handle_period (id, handle_id, platform_id, name, person_id, verified_at)
          SELECT 'hpd_bench' || i, 'hdl_bench' || i, '${platformId}', 'member_' || i, 'per_bench' || i, ${at}
          FROM generate_series(0, ${n}::bigint - 1) i;
        INSERT INTO terms_version (id, person_id, scope_kind, scope_key, content_seq, effective_from, created_at, created_by)
          SELECT 'trm_bench' || i, 'per_bench' || i, 'person', 'per_bench' || i, ('{${seqs.join(",")}}'::int[])[1 + (i * 37) % 100], ${at}, ${at}, 'bench'
          FROM generate_series(0, ${n}::bigint - 1) i;`);
      for (const definition of indexes) await pg.query(definition);
    },
    { timeoutMs: 60 * 60_000 },
  );
  await db.pool.query("VACUUM ANALYZE handle, handle_period, terms_version");
}

/** Drops the indexes that no constraint needs, and answers how to make them: millions of rows go in faster before they are there. */
async function dropIndexes(pg: ClientBase, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await pg.query<{ name: string; definition: string }>(
    `SELECT quote_ident(i.indexname) AS name, i.indexdef AS definition FROM pg_indexes i
      WHERE i.schemaname = current_schema() AND i.tablename = ANY($1)
        AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = (quote_ident(i.indexname))::regclass)`,
    [tables],
  );
  for (const { name } of rows) await pg.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}
