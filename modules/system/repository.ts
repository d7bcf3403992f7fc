import { db, type Prisma } from "@/infra/db";

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

export async function lastDoctorRun() {
  return db.prisma.doctorRun.findFirst({ orderBy: { finishedAt: "desc" } });
}

export async function insertDoctorRun(run: Prisma.DoctorRunCreateInput): Promise<void> {
  await db.prisma.doctorRun.create({ data: run });
}
