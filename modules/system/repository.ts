import { db } from "@/infra/db";

/** When a worker last showed itself; null when none did. Throws when the database does not answer. */
export async function workerLastSeen(): Promise<Date | null> {
  const { rows } = await db.pool.query<{ seen: Date | null }>(
    "SELECT max(seen_at) AS seen FROM worker_process",
  );
  return rows[0]?.seen ?? null;
}
