import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Supervision, startPostgres } from "@/infra/db/postgres-embedded";
import type { Secrets } from "./secrets";

/** `alone`: no other start works over this data folder. */
type OpenDatabase = Readonly<{ url: string; embedded: boolean; alone: boolean; stop(): Promise<void> }>;
type Running = Readonly<{ pid: number; url: string }>;

/**
 * DATABASE_URL when set; else the embedded server. A second `npm start` in the same folder joins the server of the first;
 * one that a killed start left behind is stopped and started again. With `supervise` the embedded server is started again
 * when it dies.
 */
export async function openDatabase(
  dataDir: string,
  secrets: Secrets,
  supervise?: Supervision,
): Promise<OpenDatabase> {
  if (process.env.DATABASE_URL)
    return { url: process.env.DATABASE_URL, embedded: false, alone: false, stop: async () => {} };
  const runningFile = join(dataDir, "running.json");
  const other = await livingOwner(runningFile);
  if (other !== null) return { url: other.url, embedded: true, alone: false, stop: async () => {} };

  const server = await startPostgres({
    dataDir: join(dataDir, "postgres"),
    password: secrets.postgresPassword,
    supervise,
  });
  await createDatabase(server.url("postgres"), "remit");
  const url = server.url("remit");
  writeFileSync(runningFile, JSON.stringify({ pid: process.pid, url } satisfies Running), { mode: 0o600 });
  return {
    url,
    embedded: true,
    alone: true,
    async stop() {
      rmSync(runningFile, { force: true });
      await server.stop();
    },
  };
}

async function livingOwner(file: string): Promise<Running | null> {
  if (!existsSync(file)) return null;
  const running = JSON.parse(readFileSync(file, "utf8")) as Running;
  try {
    process.kill(running.pid, 0);
    // The number may have been given to another program since: on Linux its command line tells.
    const cmdline = `/proc/${running.pid}/cmdline`;
    if (existsSync(cmdline) && !readFileSync(cmdline, "utf8").includes("serve.ts")) return null;
    const client = new pg.Client({ connectionString: running.url });
    await client.connect();
    await client.end();
    return running;
  } catch {
    return null;
  }
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${name}`);
  } finally {
    await admin.end();
  }
}
