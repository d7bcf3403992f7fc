import { db, type Tx } from "@/infra/db/db";
import type { DeliveryKey } from "@/infra/events/delivery";

/** When a worker last showed itself; null when none did. Throws when the database does not answer. */
export async function workerLastSeen(): Promise<Date | null> {
  const { rows } = await db.pool.query<{ seen: Date | null }>(
    "SELECT max(seen_at) AS seen FROM worker_process",
  );
  return rows[0]?.seen ?? null;
}

export async function workerProcesses(): Promise<readonly { id: string; startedAt: Date; seenAt: Date }[]> {
  const { rows } = await db.pool.query<{ id: string; startedAt: Date; seenAt: Date }>(
    `SELECT id, started_at AS "startedAt", seen_at AS "seenAt" FROM worker_process ORDER BY started_at DESC LIMIT 20`,
  );
  return rows;
}

export async function databaseFacts(): Promise<{ bytes: string; version: string }> {
  const { rows } = await db.pool.query<{ bytes: string; version: string }>(
    "SELECT pg_database_size(current_database())::text AS bytes, current_setting('server_version') AS version",
  );
  return rows[0] ?? { bytes: "0", version: "" };
}

/** The queue right now: jobs that are due, jobs that run, and jobs that have used up all their attempts. */
export async function queueFacts(): Promise<{
  waiting: number;
  running: number;
  givenUp: number;
  oldest: Date | null;
}> {
  const { rows } = await db.pool.query<{
    waiting: number;
    running: number;
    givenUp: number;
    oldest: Date | null;
  }>(
    `SELECT count(*) FILTER (WHERE due)::int AS waiting, count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
       count(*) FILTER (WHERE attempts >= max_attempts)::int AS "givenUp", min(run_at) FILTER (WHERE due) AS oldest
     FROM (SELECT *, locked_at IS NULL AND run_at <= now() AND attempts < max_attempts AS due FROM graphile_worker._private_jobs) j`,
  );
  return rows[0] ?? { waiting: 0, running: 0, givenUp: 0, oldest: null };
}

export type DoctorRunRow = Readonly<{
  startedAt: Date;
  finishedAt: Date;
  checks: number;
  faulty: number;
  findings: readonly Readonly<{ check: string; faults: readonly string[] }>[];
}>;

export async function lastDoctorRun(): Promise<DoctorRunRow | null> {
  const { rows } = await db.pool.query<DoctorRunRow>(
    `SELECT started_at AS "startedAt", finished_at AS "finishedAt", checks, faulty, findings FROM doctor_run
     ORDER BY finished_at DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

export async function insertDoctorRun(run: DoctorRunRow): Promise<void> {
  await db.pool.query(
    "INSERT INTO doctor_run (started_at, finished_at, checks, faulty, findings) VALUES ($1, $2, $3, $4, $5)",
    [run.startedAt, run.finishedAt, run.checks, run.faulty, JSON.stringify(run.findings)],
  );
}

export type DeliveryRow = Readonly<{ state: string; type: string; attempts: number }>;

/** Finds a delivery with the type of its event, and locks it: until the commit nobody else ends it. */
export async function lockDelivery(tx: Tx, { eventId, handler }: DeliveryKey): Promise<DeliveryRow | null> {
  const { rows } = await tx.pg.query<DeliveryRow>(
    `SELECT d.state, e.type, d.attempts FROM outbox_event e JOIN event_delivery d ON d.event_id = e.id
     WHERE e.id = $1 AND d.handler = $2 FOR UPDATE OF e`,
    [eventId, handler],
  );
  return rows[0] ?? null;
}

/** Counts the deliveries that have failed for good, and those that failed and that the queue tries again. */
export async function deliveryCounts(): Promise<{ failed: number; retrying: number }> {
  const { rows } = await db.pool.query<{ failed: number; retrying: number }>(
    `SELECT count(*) FILTER (WHERE state = 'failed')::int AS failed,
       count(*) FILTER (WHERE state = 'waiting' AND last_error IS NOT NULL)::int AS retrying
     FROM event_delivery WHERE state IN ('waiting', 'failed')`,
  );
  return rows[0] ?? { failed: 0, retrying: 0 };
}

export type FailedDeliveryRow = Readonly<{
  eventId: string;
  type: string;
  handler: string;
  attempts: number;
  at: Date;
  error: Readonly<{ code: string; message: string }>;
}>;

/** The deliveries that have failed for good, the oldest first; `at` is when their event happened. */
export async function failedDeliveries(take: number): Promise<readonly FailedDeliveryRow[]> {
  const { rows } = await db.pool.query<FailedDeliveryRow>(
    `SELECT d.event_id AS "eventId", e.type, d.handler, d.attempts, e.at, d.last_error AS error
     FROM event_delivery d JOIN outbox_event e ON e.id = d.event_id
     WHERE d.state = 'failed' ORDER BY d.created_at, d.event_id, d.handler LIMIT $1`,
    [take],
  );
  return rows;
}
