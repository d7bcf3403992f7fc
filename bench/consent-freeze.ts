/**
 * Claim: freezing the consent of 2 million verified handles takes at most 5 seconds on 2 cores, with bounded memory.
 * `npm run bench -- bench/consent-freeze.ts [handles]`
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "@/infra/db/migrate";
import { startPostgres } from "@/infra/db/postgres-embedded";

const handles = Number(process.argv[2] ?? 2_000_000);
const dir = mkdtempSync(join(tmpdir(), "remit-bench-"));
const { chmodSync } = await import("node:fs");
chmodSync(dir, 0o755);
const server = await startPostgres({ dataDir: join(dir, "pg"), password: "bench", durable: false });
try {
  await createDatabase();
  Object.assign(process.env, {
    DATABASE_URL: server.url("bench"),
    REMIT_DATA_DIR: dir,
    REMIT_SECRET: "bench-secret-bench-secret-bench-secret",
  });
  await seed();
  await run();
} finally {
  const { closeDatabase } = await import("@/infra/db/db");
  await closeDatabase();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}

async function createDatabase(): Promise<void> {
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query("CREATE DATABASE bench");
  await migrate(server.url("bench"));
  await admin.end();
}

/** 80 % have said something (four presets), one in ten twice, one in twenty for the handle alone; 2 % answered the deal. */
async function seed(): Promise<void> {
  const client = new pg.Client({ connectionString: server.url("bench") });
  await client.connect();
  const { presetTerms, PRESETS } = await import("@/modules/consent/domain/presets");
  const { termsToJson } = await import("@/modules/consent/domain/terms");
  for (const preset of PRESETS)
    await client.query("INSERT INTO terms_content (hash, content) VALUES ($1, $2)", [
      preset,
      JSON.stringify(termsToJson(presetTerms(preset, "USD"))),
    ]);
  const id = (prefix: string): string => `'${prefix}_01m8' || lpad(n::text, 22, '0')`;
  // Row triggers look at each row's neighbours; these rows are right by construction.
  await client.query("SET session_replication_role = replica");
  await client.query(`INSERT INTO handle (id, platform_id, name, shown_name, person_id, state, created_at)
    SELECT ${id("hdl")}, 'org_p', 'contributor-' || md5(n::text), 'x', ${id("per")}, 'verified', '2026-01-01' FROM generate_series(1, ${handles}) n`);
  await client.query(`INSERT INTO handle_period (id, handle_id, platform_id, name, person_id, verified_at)
    SELECT ${id("hpd")}, ${id("hdl")}, 'org_p', 'contributor-' || md5(n::text), ${id("per")}, '2026-01-01' FROM generate_series(1, ${handles}) n`);
  const version = (prefix: string, kind: string, key: string, day: string, where: string): string =>
    `INSERT INTO terms_version (id, person_id, scope_kind, scope_key, content_seq, effective_from, created_at, created_by)
     SELECT ${id(prefix)}, ${id("per")}, '${kind}', ${id(key)}, 1 + n % 4, '${day}', '${day}', 'user:bench'
     FROM generate_series(1, ${handles}) n WHERE ${where}`;
  await client.query(version("trm_a", "person", "per", "2026-01-02", "n % 5 > 0"));
  await client.query(version("trm_b", "person", "per", "2026-01-03", "n % 10 = 1"));
  await client.query(version("trm_c", "handle", "hdl", "2026-01-04", "n % 20 = 1"));
  await client.query(`INSERT INTO deal_choice (id, deal_id, person_id, choice, at, created_by)
    SELECT ${id("chc")}, 'deal_b', ${id("per")}, (ARRAY['object','join'])[1 + n % 2], '2026-01-05', 'user:bench'
    FROM generate_series(1, ${handles}) n WHERE n % 50 = 3`);
  await client.query("ANALYZE");
  await client.end();
}

async function run(): Promise<void> {
  const { freezeConsent } = await import("@/modules/consent/snapshot/freeze-consent");
  const asOf = new Date("2026-02-01T00:00:00Z");
  const request = {
    uses: ["pretraining" as const, "post_training" as const],
    buyerId: null,
    buyerName: "Example Lab",
    weights: "closed" as const,
    purpose: "commercial" as const,
    attribution: false,
    distillation: true,
    currency: "USD" as const,
    at: asOf,
  };
  const rows: Record<string, unknown>[] = [];
  for (const round of [1, 2, 3]) {
    const start = performance.now();
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 50);
    const frozen = await freezeConsent({
      platformId: "org_p",
      dealId: "deal_b",
      request,
      asOf,
      dir: join(dir, "f"),
    });
    clearInterval(watch);
    const seconds = (performance.now() - start) / 1000;
    rows.push({
      round,
      handles: Number(frozen.decisions),
      seconds: seconds.toFixed(2),
      handlesPerSecond: Math.round(handles / seconds),
      peakMiB: Math.round(peak / 2 ** 20),
      fileMiB: (statSync(frozen.decisionsFile).size / 2 ** 20).toFixed(1),
      digest: frozen.consentDigest.slice(0, 16),
    });
  }
  console.table(rows);
}
