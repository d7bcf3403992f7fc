import "next/dist/server/node-environment-baseline"; // before anything of Next: its requests live in AsyncLocalStorage
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/infra/db/db";
import { forgetEnv } from "@/infra/env";

// Each test file owns a database (a clone, some 50 ms) and a data folder: no file can see another's rows.
const name = `t_${randomBytes(6).toString("hex")}`;
const adminUrl = inject("postgresUrl");
const dataDir = mkdtempSync(join(tmpdir(), "remit-data-"));

await withAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE remit_template`));
// Files share modules and the process: what the last one set, read or opened is not this one's.
const worker = globalThis as { remitFirstEnv?: NodeJS.ProcessEnv };
worker.remitFirstEnv ??= { ...process.env };
for (const key of Object.keys(process.env)) if (!(key in worker.remitFirstEnv)) delete process.env[key];
Object.assign(process.env, worker.remitFirstEnv, {
  DATABASE_URL: adminUrl.replace(/\/postgres$/, `/${name}`),
  REMIT_DATA_DIR: dataDir,
  REMIT_SECRET: "test-secret-test-secret-test-secret-0",
  REMIT_URL: "http://localhost:3000",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "fatal",
});
forgetEnv();
await closeDatabase();

afterAll(async () => {
  await closeDatabase();
  await withAdmin((admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
  rmSync(dataDir, { recursive: true, force: true });
});

async function withAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  // Cloning a template takes a lock that two test files may want at the same time: wait rather than fail.
  try {
    await admin.query("SELECT pg_advisory_lock(7270)");
    await work(admin);
  } finally {
    await admin.end();
  }
}
