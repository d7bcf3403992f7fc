import { db } from "@/infra/db/db";
import { DELIVER, type DeliveryKey } from "@/infra/events/delivery";
import { runJob } from "@/infra/work/job-run";
import { deliverEvent, handEvent } from "@/jobs/hand-event";
import { JOB_HANDLERS } from "@/jobs/tasks";

type Waiting = Readonly<{
  id: string;
  task: string;
  payload: { eventId?: string; handler?: string; jobId?: string };
}>;

/** What was put on the queue at a told moment (infra/clock.ts) and waits for us, oldest first. */
async function waiting(of: Readonly<{ jobId?: string; eventId?: string }> = {}): Promise<Waiting[]> {
  const { rows } = await db.pool.query<Waiting>(
    `SELECT j.id::text, t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE j.run_at = 'infinity' AND ($1::text IS NULL OR j.payload->>'jobId' = $1)
       AND ($2::text IS NULL OR j.payload->>'eventId' = $2) ORDER BY j.id`,
    [of.jobId ?? null, of.eventId ?? null],
  );
  return rows;
}

async function carryOutOne({ id, task, payload }: Waiting): Promise<void> {
  const handler = JOB_HANDLERS[task];
  if (handler !== undefined) await runJob(payload.jobId ?? "", handler, true);
  else if (task === "on-event") await handOn(payload.eventId ?? "");
  else if (task === DELIVER) await deliverEvent(payload as DeliveryKey, false);
  else throw new Error(`nobody here can do the task ${task}`);
  await db.pool.query("SELECT FROM graphile_worker.complete_jobs(ARRAY[$1::bigint])", [id]);
}

/** Carries out one event and everything that follows from it before the next one, so that the demo world has one order. */
async function handOn(eventId: string): Promise<void> {
  await handEvent(eventId);
  const deliveries = async () => (await waiting({ eventId })).filter(({ task }) => task === DELIVER);
  for (let some = await deliveries(); some.length > 0; some = await deliveries())
    for (const one of some) await carryOutOne(one);
}

/** Does the worker's work under simulated time: everything that follows from the acts so far, until nothing is left. */
export async function carryOut(): Promise<void> {
  for (let some = await waiting(); some.length > 0; some = await waiting())
    for (const one of some) await carryOutOne(one);
}

/** Only the news of what happened; long work stays where it is. */
export async function carryOutEvents(): Promise<void> {
  const events = async () => (await waiting()).filter(({ task }) => task === "on-event");
  for (let some = await events(); some.length > 0; some = await events())
    for (const one of some) await carryOutOne(one);
}

/** Runs one job, so that several can run in parallel. */
export async function carryOutJob(jobId: string): Promise<void> {
  for (const one of await waiting({ jobId })) await carryOutOne(one);
}
