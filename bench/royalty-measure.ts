import { fork } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { closeDatabase, db } from "@/infra/db/db";
import { migrate } from "@/infra/db/migrate";
import { startPostgres } from "@/infra/db/postgres-embedded";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { storage } from "@/infra/files/storage";
import { yieldToWeb } from "@/infra/work/priority";
import { recordDealFunding } from "@/jobs/record-deal-funding";
import { DomainError } from "@/kernel/errors";
import { computeAllocation } from "@/modules/allocation/run/compute-allocation";
import { runAllocation } from "@/modules/allocation/run/run-allocation";
import { publishShares } from "@/modules/allocation/seal/publish-shares";
import { sealAllocation } from "@/modules/allocation/seal/seal-allocation";
import { clearManifest } from "@/modules/clearance/run/clear-manifest";
import { runClearance } from "@/modules/clearance/run/run-clearance";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import { startPosting } from "@/modules/settlement/posting/start-posting";
import { runToEnd } from "@/test/factories/allocation";
import { operatorActor, paymentOf } from "@/test/factories/deals";
import { actorFor, callAs, SYSTEM } from "@/test/factories/parties";
import { type Visits, visitHome } from "./home-visits";
import { type BenchWorld, makeWorld } from "./royalty-world";
import { startWeb } from "./web-process";

export type Measured = Readonly<{
  rows: string;
  paid: string;
  lines: string;
  /** Seconds of each phase; phases of jobs that run side by side overlap, `endToEnd` is by the wall clock. */
  seconds: Readonly<Record<string, number>>;
  endToEnd: number;
  /** Seconds that the making of the world took: no part of the run. */
  world: number;
  /** Null where the bare GROUP BY does not fit into the memory that the run has. */
  floorGroupBy: number | null;
  floorCopy: number;
  peakRss: number;
  home: Visits | null;
  digest: string;
}>;

/** One size: makes its world, runs it (with ten people at a `home`, or alone), measures the floor before and after, and cleans up. */
export async function measure(rows: bigint, { home }: { home: boolean }): Promise<Measured> {
  const dir = await mkdtemp(join(process.env.REMIT_BENCH_DIR ?? tmpdir(), "remit-royalty-"));
  const { chmod } = await import("node:fs/promises");
  await chmod(dir, 0o755);
  const server = await startPostgres({ dataDir: join(dir, "postgres"), password: "bench" });
  Object.assign(process.env, {
    DATABASE_URL: server.url("postgres"),
    REMIT_DATABASE_EMBEDDED: "1",
    REMIT_DATA_DIR: join(dir, "data"),
    REMIT_SECRET: "bench-secret-bench-secret-bench-secret",
    LOG_LEVEL: "error",
  });
  try {
    await migrate(server.url("postgres"));
    process.stderr.write(`${rows} rows: making the world …\n`);
    const making = performance.now();
    const world = await makeWorld(rows, join(dir, "rows.parquet"));
    await db.pool.query("CHECKPOINT");
    const made = (performance.now() - making) / 1000;
    process.stderr.write(`${rows} rows: the world took ${Math.round(made)} s\n`);
    return { ...(await run(rows, world, { dir, home })), world: made };
  } finally {
    await closeDatabase();
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function run(
  rows: bigint,
  world: BenchWorld,
  { dir, home }: { dir: string; home: boolean },
): Promise<Omit<Measured, "world">> {
  const manifest = await db.prisma.manifest.findUniqueOrThrow({ where: { id: world.manifestId } });
  const file = await storage().localPath(manifest.acceptedKey ?? "");
  const groupBefore = await floorGroupBy(file);
  const visitors = home ? await tenAtHome(world) : null;
  const memory = watchMemory();
  process.stderr.write(`${rows} rows: running …\n`);
  const started = performance.now();
  const done = await endToEnd(world);
  const seconds = (performance.now() - started) / 1000;
  const peakRss = memory.stop();
  const atHome = (await visitors?.stop()) ?? null;
  const phases = await phaseSeconds(done.jobs);
  const groupAfter = await floorGroupBy(file);
  const copied = await floorCopy(done.allocationId, dir);
  return {
    rows: String(rows),
    paid: done.paid,
    lines: String(copied.lines),
    seconds: phases,
    endToEnd: seconds,
    floorGroupBy: groupBefore === null || groupAfter === null ? null : (groupBefore + groupAfter) / 2,
    floorCopy: copied.seconds,
    peakRss,
    home: atHome,
    digest: done.digest,
  };
}

/** From the stored manifest to the posted ledger, through the same verbs and jobs as everywhere. */
async function endToEnd({ platform, deal }: BenchWorld) {
  // Signed in now: a seal asks for a recent sign-in, and a large world takes longer to make than that lasts.
  const call = callAs(await actorFor(platform.ownerId));
  const cleared = await runClearance(call, { dealId: deal.id });
  await runToEnd(cleared.jobId, clearManifest);
  const allocated = await runAllocation(call, { dealId: deal.id, clearanceId: cleared.id });
  await runToEnd(allocated.jobId, computeAllocation);
  const sealed = await sealAllocation(call, { allocationId: allocated.id });
  const publishing = runToEnd(sealed.jobId, publishShares); // in parallel with the posting, as two workers would
  await confirmFunding(callAs(operatorActor()), await paymentOf(deal.id));
  await recordDealFunding(callAs(SYSTEM), { dealId: deal.id });
  const posting = await startPosting(callAs(SYSTEM), { dealId: deal.id });
  await Promise.all([publishing, runToEnd(posting.jobId ?? "", postAllocation)]);
  const row = await db.prisma.allocation.findUniqueOrThrow({ where: { id: allocated.id } });
  return {
    allocationId: allocated.id,
    paid: String(row.contributors),
    digest: row.digest ?? "",
    jobs: [cleared.jobId, allocated.jobId, sealed.jobId, posting.jobId ?? ""],
  };
}

async function phaseSeconds(jobIds: readonly string[]): Promise<Record<string, number>> {
  const seconds: Record<string, number> = {};
  for (const id of jobIds) {
    const job = await db.prisma.jobRun.findUniqueOrThrow({ where: { id } });
    for (const phase of job.phases as { name: string; startedAt: string; finishedAt: string }[])
      seconds[`${job.kind}: ${phase.name}`] =
        (Date.parse(phase.finishedAt) - Date.parse(phase.startedAt)) / 1000;
  }
  return seconds;
}

/** The least any run must do with the rows: one bare GROUP BY over the same file, by the same engine, equally bounded. */
async function floorGroupBy(file: string): Promise<number | null> {
  const grouped = withEngine(async (connection) => {
    const started = performance.now();
    await connection.run(
      `CREATE TABLE floor AS SELECT contributor, count(*) AS n, sum(tokens) AS tokens FROM read_parquet(${sqlText(file)}) GROUP BY contributor`,
    );
    return (performance.now() - started) / 1000;
  });
  return grouped.catch((error: unknown) => {
    if (error instanceof DomainError && error.code === "ENGINE_MEMORY") return null;
    throw error;
  });
}

/** The least any posting must do: a bare COPY of as many lines into a table without index, guard or key. */
async function floorCopy(allocationId: string, dir: string): Promise<{ seconds: number; lines: bigint }> {
  const csv = join(dir, "lines.csv");
  const entry = await db.prisma.entry.findFirstOrThrow({ where: { causeId: allocationId } });
  const { to } = await import("pg-copy-streams");
  const { createWriteStream } = await import("node:fs");
  const client = await db.pool.connect();
  try {
    await pipeline(
      client.query(
        to(
          `COPY (SELECT account, holder, deal_id, currency, minor FROM line WHERE entry_no = ${entry.no}) TO STDOUT (FORMAT csv)`,
        ),
      ),
      createWriteStream(csv),
    );
    await client.query(
      "CREATE TABLE floor_line (account TEXT, holder TEXT, deal_id TEXT, currency TEXT, minor BIGINT); CHECKPOINT",
    );
    const started = performance.now();
    const target = client.query(copyFrom("COPY floor_line FROM STDIN WITH (FORMAT csv)"));
    await pipeline(createReadStream(csv, { highWaterMark: 1 << 20 }), target);
    return { seconds: (performance.now() - started) / 1000, lines: BigInt(target.rowCount) };
  } finally {
    client.release();
  }
}

/** Ten people at the home of a contributor, whose handle and terms are in the run. */
async function tenAtHome(world: BenchWorld): Promise<{ stop(): Promise<Visits> }> {
  const web = await startWeb();
  const page = { url: `${web.url}/me`, cookie: world.contributorCookie, people: 10, pauseMs: 1000 };
  const warm = visitHome(page);
  await new Promise((done) => setTimeout(done, 20_000));
  await warm.stop();
  const visitors = fork("bench/visitors.ts", [JSON.stringify(page)], {
    execArgv: ["--import", "tsx"],
    detached: true,
  });
  // As the worker does; not before the others are there, who would inherit it. Sessions are opened again, so that they yield too.
  yieldToWeb();
  await closeDatabase();
  return {
    async stop() {
      const told = once(visitors, "message") as Promise<[Visits]>;
      visitors.send("stop");
      const [visits] = await told;
      web.stop();
      return visits;
    },
  };
}

function watchMemory(): { stop(): number } {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 100);
  return {
    stop() {
      look();
      clearInterval(timer);
      return peak;
    },
  };
}
