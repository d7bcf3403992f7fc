import { setImmediate } from "node:timers/promises";
import { expect } from "vitest";
import { db } from "@/infra/db/db";

/** Waits until somebody waits for a lock in this test's database: a row, a transaction or an advisory lock. */
export async function untilSomebodyWaits(): Promise<void> {
  const waiting = async () => {
    const { rows } = await db.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE NOT l.granted AND a.datname = current_database()`,
    );
    return rows[0]?.n ?? 0;
  };
  await expect.poll(waiting, { interval: 5, timeout: 10_000 }).toBeGreaterThan(0);
}

/** Waits until the clock shows another millisecond, so that what follows has a later instant. */
export async function nextInstant(): Promise<Date> {
  const from = Date.now();
  while (Date.now() <= from) await setImmediate();
  return new Date();
}
