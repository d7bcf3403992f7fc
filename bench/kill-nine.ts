/**
 * `npm run bench -- bench/kill-nine.ts [rows]`: the worker is killed outright (SIGKILL) once in every phase of every job of
 * a run, and restarted. The run must end as an undisturbed run over the same inputs does: same digests, same books, nothing twice.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, createReadStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import pg from "pg";
import { closeDatabase, db } from "@/infra/db/db";
import { migrate } from "@/infra/db/migrate";
import { startPostgres } from "@/infra/db/postgres-embedded";
import { withEngine } from "@/infra/engine/engine";
import { forgetEnv } from "@/infra/env";
import type { Actor } from "@/kernel/actor";
import { daysAfter } from "@/kernel/time";
import { runAllocation } from "@/modules/allocation/run/run-allocation";
import { sealAllocation } from "@/modules/allocation/seal/seal-allocation";
import { runClearance } from "@/modules/clearance/run/run-clearance";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { createDeal } from "@/modules/deals/platform/create-deal";
import { giveNotice } from "@/modules/deals/platform/give-notice";
import { reportDeal } from "@/modules/deals/platform/report-deal";
import { receiveManifest } from "@/modules/manifests/receive/receive-manifest";
import { foundOperator } from "@/modules/parties/organisations/found-operator";
import { setOrganisationState } from "@/modules/parties/organisations/set-organisation-state";
import { signUpOrganisation } from "@/modules/parties/organisations/sign-up-organisation";
import { registerPerson } from "@/modules/parties/people/register-person";
import { paymentOf } from "@/test/factories/deals";

/** One instant for both runs. */
const AS_OF = new Date();
const ROWS = Number(process.argv[2] ?? 2_000_000);
const dir = mkdtempSync(join(tmpdir(), "remit-kill-nine-"));
chmodSync(dir, 0o755);
const postgres = await startPostgres({ dataDir: join(dir, "pg"), password: "bench" });

class Worker {
  private child: ChildProcess | null = null;

  async start(): Promise<void> {
    this.child = spawn(process.execPath, ["--import", "tsx", "jobs/worker.ts"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: process.env,
    });
  }

  async kill(): Promise<void> {
    const child = this.child;
    if (child === null || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
}

type World = { deal: string; platform: Actor; operator: Actor };
let world: World;

await admin("CREATE DATABASE base");
use("base");
await migrate(postgres.url("base"));
const manifest = await generateManifest();
world = await makeBase();
await closeDatabase();
for (const name of ["undisturbed", "disturbed"]) await admin(`CREATE DATABASE ${name} TEMPLATE base`);

const calm = await run("undisturbed", false);
const rough = await run("disturbed", true);
const differences = Object.keys(calm.facts).filter((key) => calm.facts[key] !== rough.facts[key]);
console.log(
  `\n${ROWS.toLocaleString("en")} rows; worker killed ${rough.kills.length} times: ${rough.kills.join(", ")}`,
);
for (const [key, value] of Object.entries(calm.facts))
  console.log(
    `${differences.includes(key) ? "DIFFERS" : "equal  "} ${key.padEnd(22)} ${value}${differences.includes(key) ? ` ≠ ${rough.facts[key]}` : ""}`,
  );
console.log(differences.length === 0 ? "the same digests and books" : `${differences.length} differences`);
await postgres.stop();
rmSync(dir, { recursive: true, force: true });
process.exit(differences.length === 0 ? 0 : 1);

function use(name: string): void {
  Object.assign(process.env, {
    DATABASE_URL: postgres.url(name),
    REMIT_DATA_DIR: join(dir, `data-${name}`),
    REMIT_SECRET: "bench-secret-bench-secret-bench-secret",
    LOG_LEVEL: "error",
    SMTP_URL: "smtp://127.0.0.1:1",
  });
  mkdirSync(join(dir, `data-${name}`), { recursive: true });
  forgetEnv();
}

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url("postgres") });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function generateManifest(): Promise<string> {
  const file = join(dir, "manifest.csv");
  await withEngine((connection) =>
    connection.run(`COPY (
      SELECT 'item-' || i AS item_id, 'writer-' || (hash(i * 7 + 3) % greatest(1, (${ROWS} / 40)))::BIGINT AS contributor,
             'https://harbour.example/t/' || i AS permalink, 1600000000 + (i % 90000000) AS created_utc,
             20 + hash(i + 11) % 900 AS tokens, hash(i + 5) % 400 AS score, CASE WHEN i % 1000 = 7 THEN 'not a status' ELSE 'live' END AS status
      FROM range(${ROWS}) t(i) ORDER BY i) TO '${file}' (HEADER)`),
  );
  return file;
}

async function makeBase(): Promise<World> {
  const system = { actor: { kind: "system", job: "bench" } as Actor, requestId: randomUUID() };
  const person = (name: string) =>
    registerPerson(system, { email: `${name}@bench.example`, name, emailVerified: true });
  const [elin, ruth] = [await person("elin"), await person("ruth")];
  const user = (personId: string, memberships: Extract<Actor, { kind: "user" }>["memberships"]): Actor => ({
    kind: "user",
    personId,
    memberships,
    signedInAt: new Date(),
    sessionId: "bench",
  });
  const commons = await foundOperator(system, { name: "Commons", personId: ruth.id });
  const operator = user(ruth.id, [{ organisationId: commons.id, kind: "operator", role: "owner" }]);
  const harbour = await signUpOrganisation(
    { ...system, actor: user(elin.id, []) },
    { kind: "platform", name: "Harbour", host: "harbour.example" },
  );
  await setOrganisationState(
    { ...system, actor: operator },
    { organisationId: harbour.id, state: "verified", reason: "bench" },
  );
  const platform = user(elin.id, [{ organisationId: harbour.id, kind: "platform", role: "owner" }]);
  const call = (daysAgo: number) => ({
    actor: platform,
    requestId: randomUUID(),
    now: daysAfter(new Date(), -daysAgo),
  });
  const deal = await createDeal(call(31), {
    title: "Archive",
    licenseeName: "Northwind",
    gross: "1250000.00",
    uses: ["pretraining"],
    contributorShareBps: 6000,
    reserveBps: 500,
    reserveReleaseOn: "2029-01-01",
    weights: "closed",
    basis: "platform_terms",
    weighting: "score_log",
    noticeDays: 14,
  });
  await reportDeal(call(30), { dealId: deal.id });
  await giveNotice(call(30), { dealId: deal.id });
  // The names in published files are hidden by a random secret of the deal, and ties are drawn by them: one for both runs.
  await db.prisma.dealPseudonymKey.create({
    data: { dealId: deal.id, secret: Buffer.alloc(32, 7), createdAt: new Date() },
  });
  return { deal: deal.id, platform, operator };
}

async function run(name: string, kill: boolean): Promise<{ facts: Record<string, string>; kills: string[] }> {
  use(name);
  const worker = new Worker();
  await worker.start();
  const kills: string[] = [];
  const now = new Date();
  const call = { actor: world.platform, requestId: randomUUID() };
  const file = Readable.toWeb(createReadStream(manifest)) as ReadableStream<Uint8Array>;
  const received = await receiveManifest(
    call,
    { dealId: world.deal, fileName: "archive.csv" },
    { body: file, contentType: "text/csv", contentEncoding: null, contentLength: null, mappingHeader: null },
  );
  await finish(received.jobId, worker, kill ? kills : null);
  // As of one instant in both runs, so that what is compared is the work and not the clock.
  const clearance = await runClearance(call, { dealId: world.deal, asOf: AS_OF.toISOString() });
  await finish(clearance.jobId, worker, kill ? kills : null);
  const allocation = await runAllocation(call, { dealId: world.deal, clearanceId: clearance.id });
  await finish(allocation.jobId, worker, kill ? kills : null);
  const sealed = await sealAllocation(call, { allocationId: allocation.id });
  await finish(sealed.jobId, worker, kill ? kills : null);
  await confirmFunding({ actor: world.operator, requestId: randomUUID(), now }, await paymentOf(world.deal));
  await finish(await postingJob(), worker, kill ? kills : null);
  const facts = await factsOf(received.id, clearance.id, allocation.id);
  await worker.kill();
  await closeDatabase();
  return { facts, kills };
}

async function postingJob(): Promise<string> {
  for (;;) {
    const job = await db.prisma.jobRun.findFirst({ where: { kind: "allocation.post" } });
    if (job !== null) return job.id;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Waits for the job's end; with `kills`, kills the worker the first time each of its phases is seen running. */
async function finish(jobId: string, worker: Worker, kills: string[] | null): Promise<void> {
  for (;;) {
    const job = await db.prisma.jobRun.findUniqueOrThrow({ where: { id: jobId } });
    if (job.state === "succeeded") return;
    if (job.state === "failed" || job.state === "cancelled")
      throw new Error(`${job.kind} ${job.state}: ${JSON.stringify(job.error)}`);
    const seen = `${job.kind}/${job.phase}`;
    if (kills !== null && job.state === "running" && job.phase !== null && !kills.includes(seen)) {
      await new Promise((done) => setTimeout(done, Math.random() * 150)); // somewhere inside the phase, not at its edge
      kills.push(seen);
      await worker.kill();
      await worker.start();
    }
    await new Promise((done) => setTimeout(done, 10));
  }
}

async function factsOf(
  manifestId: string,
  clearanceId: string,
  allocationId: string,
): Promise<Record<string, string>> {
  const m = await db.prisma.manifest.findUniqueOrThrow({ where: { id: manifestId } });
  const c = await db.prisma.clearance.findUniqueOrThrow({ where: { id: clearanceId } });
  const a = await db.prisma.allocation.findUniqueOrThrow({ where: { id: allocationId } });
  const books = await db.pool.query(
    "SELECT account, currency, sum(minor)::text AS minor, count(*)::text AS lines FROM line GROUP BY 1, 2 ORDER BY 1, 2",
  );
  const entries = await db.pool.query("SELECT cause, count(*)::text AS n FROM entry GROUP BY 1 ORDER BY 1");
  const shares = await db.pool.query(
    "SELECT count(*)::text AS n, sum(minor)::text AS minor FROM allocation_share",
  );
  return {
    "manifest rows": `${m.received} = ${m.accepted} + ${m.rejected}`,
    "manifest accepted": m.acceptedSha256 ?? "none",
    "verdict counts": JSON.stringify(c.counts),
    "consent digest": c.consentDigest ?? "none",
    "clearance digest": c.digest ?? "none",
    "allocation digest": a.digest ?? "none",
    "shares in the books": JSON.stringify(shares.rows[0]),
    "books by account": JSON.stringify(books.rows),
    "entries by cause": JSON.stringify(entries.rows),
    deal: (await db.prisma.deal.findUniqueOrThrow({ where: { id: world.deal } })).state,
  };
}
