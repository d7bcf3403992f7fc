import { randomBytes } from "node:crypto";
import pg from "pg";
import { env } from "../env";
import { logger } from "../logger";

const EVERY_MS = 2000;

/**
 * Tells living workers from dead ones without timeouts: each worker process holds a PostgreSQL advisory lock on its
 * connection. A process that can take that lock knows that its owner is dead, and puts the owner's jobs back on the queue.
 */
export async function keepAlive(
  workerIds: readonly string[],
): Promise<{ end(idle: boolean): Promise<void> }> {
  const id = randomBytes(8).toString("hex");
  const lockKey = randomBytes(8).readBigInt64BE().toString();
  let client = await connect();
  let ended = false;

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString: env().DATABASE_URL });
    fresh.on("error", () => {}); // The next beat notices and connects again.
    await fresh.connect();
    await fresh.query("SELECT pg_advisory_lock($1::bigint)", [lockKey]);
    await fresh.query(
      "INSERT INTO worker_process (id, lock_key, worker_ids, started_at, seen_at) VALUES ($1, $2, '{}', now(), now()) ON CONFLICT (id) DO NOTHING",
      [id, lockKey],
    );
    return fresh;
  }

  async function beat(): Promise<void> {
    try {
      await client.query("UPDATE worker_process SET seen_at = now(), worker_ids = $2 WHERE id = $1", [
        id,
        workerIds,
      ]);
      await buryTheDead(client, id);
    } catch (error) {
      if (ended) return;
      logger.warn({ err: error }, "worker lost its database connection; connecting again");
      await client.end().catch(() => {});
      client = await connect().catch(() => client);
    }
  }

  await buryTheDead(client, id);
  const timer = setInterval(() => void beat(), EVERY_MS);
  return {
    async end(idle) {
      ended = true;
      clearInterval(timer);
      // With work still running nothing is handed back here: a job must not start elsewhere while this process lives.
      // The lock goes with the connection, at the latest with the process, and that is when others take over.
      if (idle) await client.query("DELETE FROM worker_process WHERE id = $1", [id]).catch(() => {});
      if (idle) await client.end().catch(() => {});
    },
  };
}

async function buryTheDead(client: pg.Client, self: string): Promise<void> {
  const { rows } = await client.query<{ id: string; lock_key: string; worker_ids: string[] }>(
    "SELECT id, lock_key::text, worker_ids FROM worker_process WHERE id <> $1",
    [self],
  );
  for (const other of rows) {
    const { rows: tried } = await client.query<{ dead: boolean }>(
      "SELECT pg_try_advisory_lock($1::bigint) AS dead",
      [other.lock_key],
    );
    if (tried[0]?.dead !== true) continue;
    logger.info({ process: other.id }, "taking over the jobs of a worker that is gone");
    await client.query("SELECT graphile_worker.force_unlock_workers($1)", [other.worker_ids]);
    await client.query("DELETE FROM worker_process WHERE id = $1", [other.id]);
    await client.query("SELECT pg_advisory_unlock($1::bigint)", [other.lock_key]);
  }
  // A process that died before its first beat left locks under names nobody recorded: no living process claims them.
  await client.query(`SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker.jobs
    WHERE locked_by IS NOT NULL AND locked_at < now() - interval '10 seconds'
      AND locked_by NOT IN (SELECT unnest(worker_ids) FROM worker_process) HAVING count(*) > 0`);
}
