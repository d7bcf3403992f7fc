import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/infra/db/migrate";
import { startPostgres } from "@/infra/db/postgres-embedded";

/** One real PostgreSQL for the run, one migrated template database; every test file clones it (test/db/setup.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), "remit-test-"));
  chmodSync(dir, 0o755);
  const server = await startPostgres({ dataDir: join(dir, "pg"), password: "test", durable: false });
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query("CREATE DATABASE remit_template");
  try {
    await migrate(server.url("remit_template"));
  } catch (error) {
    await server.stop(); // A migration that fails must end the run, not leave it waiting for the server.
    throw error;
  }
  await admin.end();
  project.provide("postgresUrl", server.url("postgres"));
  return async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}
