/**
 * Claim: with 10^6 people, 10^7 shares and 10^3 deals in the database, the creator home, the deal page and the explain page
 * are answered within 100 ms for 95 of 100 looks of ten people. Compares them with a static file as the floor. `npm run bench
 * -- bench/pages.ts [--people 1000000] [--shares 10000000] [--deals 1000] [--seconds 20]`.
 */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase, db } from "@/infra/db/db";
import { migrate } from "@/infra/db/migrate";
import { startPostgres } from "@/infra/db/postgres-embedded";
import { type Visits, visitHome } from "./home-visits";
import { benchSecret, makePagesWorld, type PagesWorld } from "./pages-world";
import { startWeb } from "./web-process";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    shares: { type: "string", default: "10000000" },
    deals: { type: "string", default: "1000" },
    seconds: { type: "string", default: "20" },
  },
});

const dir = await mkdtemp(join(process.env.REMIT_BENCH_DIR ?? tmpdir(), "remit-pages-"));
await chmod(dir, 0o755);
const server = await startPostgres({ dataDir: join(dir, "postgres"), password: "bench" });
Object.assign(process.env, {
  DATABASE_URL: server.url("postgres"),
  REMIT_DATABASE_EMBEDDED: "1",
  REMIT_DATA_DIR: join(dir, "data"),
  REMIT_SECRET: benchSecret(),
  REMIT_URL: "http://localhost:3000",
  LOG_LEVEL: "error",
});
let web: Awaited<ReturnType<typeof startWeb>> | undefined;
try {
  await migrate(server.url("postgres"));
  const say = (what: string) => process.stderr.write(`${what} …\n`);
  const world = await makePagesWorld(
    { people: Number(values.people), shares: Number(values.shares), deals: Number(values.deals) },
    say,
  );
  say("the web process");
  web = await startWeb();
  await measureAll(web.url, world);
  await printPlans(world);
} finally {
  web?.stop();
  await closeDatabase();
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
process.exit(0);

async function measureAll(base: string, world: PagesWorld): Promise<void> {
  const pages: readonly (readonly [string, string, string | undefined])[] = [
    ["floor: robots.txt", "/robots.txt", undefined],
    ["creator home", "/me", world.creator.cookie],
    ["deal page", `/o/${world.platform.organisationId}/deals/${world.dealId}`, world.platform.cookie],
    ["explain page", `/me/payments/${world.allocationId}`, world.creator.cookie],
  ];
  process.stdout.write("| page | one alone p50 | ten people p50 | ten people p95 | to the floor | looks |\n");
  let floor = 0;
  for (const [name, path, cookie] of pages) {
    const page = { url: base + path, cookie };
    await look(page, 10, 15, 200); // the processes have been making it for a while, and their code is compiled
    const alone = await look(page, 1, 4);
    const ten = await look(page, 10, Number(values.seconds));
    floor ||= ten.p95;
    const ms = (value: number) => `${value.toFixed(0)} ms`;
    process.stdout.write(
      `| ${name} | ${ms(alone.p50)} | ${ms(ten.p50)} | ${ms(ten.p95)} | ${(ten.p95 / floor).toFixed(1)} | ${ten.visits} |\n`,
    );
  }
}

async function look(
  page: { url: string; cookie: string | undefined },
  people: number,
  seconds: number,
  pauseMs = 1000,
): Promise<Visits> {
  const visits = visitHome({ ...page, people, pauseMs });
  await new Promise((done) => setTimeout(done, seconds * 1000));
  return visits.stop();
}

/** The plans of the reads whose cost could grow with the world: a creator's lines and shares, a platform's deals. */
async function printPlans(world: PagesWorld): Promise<void> {
  const plans: readonly (readonly [string, string, readonly unknown[]])[] = [
    [
      "a creator's lines",
      "SELECT account, currency, sum(minor) FROM line WHERE holder = $1 GROUP BY account, currency",
      [`person:${world.creator.personId}`],
    ],
    [
      "a creator's share in one deal",
      "SELECT * FROM allocation_share WHERE allocation_id = $1 AND contributor = $2",
      [world.allocationId, "nora"],
    ],
    [
      "a platform's newest deals",
      "SELECT * FROM deal WHERE platform_id = $1 ORDER BY id DESC LIMIT 25",
      [world.platform.organisationId],
    ],
  ];
  for (const [name, sql, parameters] of plans) {
    const { rows } = await db.pool.query(`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${sql}`, [...parameters]);
    process.stdout.write(`\n${name}:\n${rows.map((row) => `  ${row["QUERY PLAN"]}`).join("\n")}\n`);
  }
}
