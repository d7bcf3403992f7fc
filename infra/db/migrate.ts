import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";

/**
 * Applies prisma/migrations, each in one transaction, and returns the names applied now. Records them in
 * `_prisma_migrations`, so that `prisma migrate deploy` stays usable; Prisma's own engine breaks function bodies, because it
 * cuts scripts at every semicolon. Concurrent callers wait for each other.
 */
export async function migrate(
  connectionString: string,
  directory = "prisma/migrations",
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(72707369)");
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
      logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    await runMigrations({ connectionString }); // The queue's own tables come first: triggers of ours may add jobs.
    const done = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const applied: string[] = [];
    for (const name of readdirSync(directory)
      .filter((entry) => /^\d{4}_/.test(entry) && existsSync(join(directory, entry, "migration.sql")))
      .sort()) {
      const script = readFileSync(join(directory, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(script).digest("hex");
      const before = done.get(name);
      if (before === checksum) continue;
      if (before !== undefined)
        throw new Error(`migration ${name} was changed after it was applied; write a new one instead`);
      await applyOne(client, name, script, checksum);
      applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function applyOne(client: pg.Client, name: string, script: string, checksum: string): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(script);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
