import { db } from "@/infra/db";

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

/** The queue as it stands: what is due and not taken, what is under way, what failed as often as it may. */
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
