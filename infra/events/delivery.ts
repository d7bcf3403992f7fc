import { DomainError } from "@/kernel/errors";
import { cutText } from "@/kernel/text";
import { reason } from "../check";
import { now } from "../clock";
import { db, type Tx, transaction } from "../db/db";
import { refusalOfFailure } from "../db/failure";
import { logger } from "../logger";
import { addJob } from "../work/queue";

/** The queue task that carries out one delivery. Each delivery has its own task, and so its own tries. */
export const DELIVER = "deliver-event";

/** Names one delivery: the work of one handler on one event. */
export type DeliveryKey = Readonly<{ eventId: string; handler: string }>;

const MESSAGE_CHARS = 500;
// Mail servers repeat the address they refuse; errors are kept longer than people are.
const ADDRESS = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/g;

/**
 * The worker hands an event over to its handlers: each gets a delivery, and a task unless it comes after others. A second
 * call finds the deliveries and adds nothing. An event without handlers counts as handled from then on.
 */
export async function handOver(
  eventId: string,
  handlers: readonly Readonly<{ name: string; after: readonly string[] }>[],
): Promise<void> {
  await transaction(async (tx) => {
    await lockEvent(tx, eventId);
    for (const { name, after } of handlers) {
      const { rowCount } = await tx.pg.query(
        `INSERT INTO event_delivery (event_id, handler, after, state, created_at) VALUES ($1, $2, $3, 'waiting', $4)
         ON CONFLICT DO NOTHING`,
        [eventId, name, [...after], now()],
      );
      if (rowCount === 1 && after.length === 0) await addJob(tx, DELIVER, { eventId, handler: name });
    }
    await endEvent(tx, eventId);
  });
}

/**
 * The worker tries one delivery. The queue repeats a try that failed; after the last one the delivery stays as failed, so that
 * an operator sees it. The other handlers of the event go on in any case, except those that come after this one.
 */
export async function tryDelivery(
  key: DeliveryKey,
  work: () => Promise<unknown>,
  lastTry: boolean,
): Promise<void> {
  const { rows } = await db.pool.query<{ attempts: number }>(
    `UPDATE event_delivery SET attempts = attempts + 1, next_attempt_at = NULL
     WHERE event_id = $1 AND handler = $2 AND state = 'waiting' RETURNING attempts`,
    [key.eventId, key.handler],
  );
  const attempts = rows[0]?.attempts;
  if (attempts === undefined) return; // It is over: done by an earlier try, or dropped.
  try {
    await work();
  } catch (error) {
    await noteFailure(key, error, lastTry ? null : attempts);
    if (!lastTry) throw error;
    logger.error({ err: error, ...key }, "a delivery failed for good");
    return;
  }
  await transaction((tx) => endDelivery(tx, key, "done"));
}

/** Ends a delivery that waits or has failed: the deliveries that come after it get their tasks, and the last one ends the event. */
export async function endDelivery(tx: Tx, key: DeliveryKey, as: "done" | "dropped"): Promise<boolean> {
  const { eventId, handler } = key;
  await lockEvent(tx, eventId); // Of two handlers that end in the same moment the second sees the first.
  const { rowCount } = await tx.pg.query(
    `UPDATE event_delivery SET state = $3, ended_at = $4, last_error = NULL, next_attempt_at = NULL
     WHERE event_id = $1 AND handler = $2 AND state IN ('waiting', 'failed')`,
    [eventId, handler, as, now()],
  );
  if (rowCount !== 1) return false;
  const { rows: free } = await tx.pg.query<{ handler: string }>(
    `SELECT d.handler FROM event_delivery d WHERE d.event_id = $1 AND d.state = 'waiting' AND $2 = ANY (d.after)
       AND NOT EXISTS (SELECT FROM event_delivery b WHERE b.event_id = $1 AND b.handler = ANY (d.after)
         AND b.state IN ('waiting', 'failed'))`,
    [eventId, handler],
  );
  for (const next of free) await addJob(tx, DELIVER, { eventId, handler: next.handler });
  await endEvent(tx, eventId);
  return true;
}

/** Puts a failed delivery back on the queue, with as many tries as a new one. Returns false when the delivery has not failed. */
export async function requeueDelivery(tx: Tx, { eventId, handler }: DeliveryKey): Promise<boolean> {
  const { rowCount } = await tx.pg.query(
    "UPDATE event_delivery SET state = 'waiting', attempts = 0 WHERE event_id = $1 AND handler = $2 AND state = 'failed'",
    [eventId, handler],
  );
  if (rowCount === 1) await addJob(tx, DELIVER, { eventId, handler });
  return rowCount === 1;
}

/** The queue task that hands an event over to its handlers. */
export const HAND_OVER = "on-event";

/**
 * By the clock: an event whose worker died in every try has no delivery that an operator could see. Handing over only writes
 * rows, so its task gets its tries again.
 */
export async function retryLostHandOvers(): Promise<void> {
  await db.pool.query(
    `SELECT FROM graphile_worker.reschedule_jobs(
       ARRAY(SELECT q.id FROM graphile_worker._private_jobs q JOIN graphile_worker._private_tasks t ON t.id = q.task_id
         WHERE t.identifier = $1 AND q.attempts >= q.max_attempts AND q.locked_at IS NULL), attempts => 0)`,
    [HAND_OVER],
  );
}

/** By the clock: a delivery has failed when its worker died in every try, because the queue will not give it another one. */
export async function failLostDeliveries(): Promise<void> {
  const { rows } = await db.pool.query<DeliveryKey & { tasks: string[] }>(
    `SELECT q.payload->>'eventId' AS "eventId", q.payload->>'handler' AS handler, array_agg(q.id::text) AS tasks
     FROM graphile_worker._private_jobs q JOIN graphile_worker._private_tasks t ON t.id = q.task_id
     WHERE t.identifier = $1 AND q.attempts >= q.max_attempts AND q.locked_at IS NULL GROUP BY 1, 2`,
    [DELIVER],
  );
  for (const { eventId, handler, tasks } of rows) {
    await noteFailure({ eventId, handler }, new Error("Every worker that tried it died."), null);
    await db.pool.query("SELECT FROM graphile_worker.complete_jobs($1::bigint[])", [tasks]);
  }
}

async function noteFailure(
  { eventId, handler }: DeliveryKey,
  error: unknown,
  attempts: number | null,
): Promise<void> {
  const refusal = error instanceof DomainError ? error : refusalOfFailure(error);
  const whole = (refusal?.message ?? reason(error)).replaceAll(ADDRESS, "…@…");
  const message = cutText(whole, MESSAGE_CHARS);
  const next = attempts === null ? null : new Date(now().getTime() + waitMs(attempts));
  await db.pool.query(
    `UPDATE event_delivery SET last_error = $3, next_attempt_at = $4, state = CASE WHEN $4::timestamptz IS NULL THEN 'failed' ELSE state END
     WHERE event_id = $1 AND handler = $2 AND state = 'waiting'`,
    [eventId, handler, JSON.stringify({ code: refusal?.code ?? "INTERNAL", message }), next],
  );
}

/** The queue's pause after so many tries (graphile-worker's own rule). */
const waitMs = (attempts: number): number => Math.exp(Math.min(10, attempts)) * 1_000;

async function lockEvent(tx: Tx, eventId: string): Promise<void> {
  await tx.pg.query("SELECT FROM outbox_event WHERE id = $1 FOR UPDATE", [eventId]);
}

async function endEvent(tx: Tx, eventId: string): Promise<void> {
  await tx.pg.query(
    `UPDATE outbox_event SET handled_at = $2 WHERE id = $1 AND handled_at IS NULL
       AND NOT EXISTS (SELECT FROM event_delivery WHERE event_id = $1 AND state IN ('waiting', 'failed'))`,
    [eventId, now()],
  );
}
