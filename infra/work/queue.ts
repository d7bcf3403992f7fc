import type { z } from "zod";
import type { Json } from "@/kernel/canonical-json";
import { newId } from "@/kernel/id";
import { timeIsTold } from "../clock";
import { db, type Prisma, type Tx } from "../db/db";
import type { JobOf } from "./job-kind";

/**
 * The flag of long work that takes the engine's memory. A worker runs `LIMITS.heavyJobsAtOnce` of it at a time
 * (jobs/worker.ts), and never two of one organisation: the queue has its name, so nobody's large file holds up everybody.
 */
export const HEAVY = "heavy";

/**
 * Puts a task on graphile-worker's queue in the caller's transaction: no commit, no job. Workers never take jobs queued under
 * simulated time (infra/clock.ts); the code that set the time runs them. `heavyOf`: the organisation whose heavy work it is.
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Record<string, Json>,
  options: { queue?: string; maxAttempts?: number; heavyOf?: string } = {},
): Promise<void> {
  const { heavyOf } = options;
  const queue = heavyOf === undefined ? (options.queue ?? null) : `${HEAVY}:${heavyOf}`;
  const flags = heavyOf === undefined ? null : [HEAVY];
  await tx.prisma.$queryRaw`
    SELECT id FROM graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, queue_name => ${queue}::text, flags => ${flags}::text[],
      run_at => ${timeIsTold() ? "infinity" : null}::timestamptz, max_attempts => ${options.maxAttempts ?? 8}::int)`;
}

/**
 * Starts long work that people watch: a `job_run` row with its phases, and a task of the same kind whose payload is
 * `{jobId}`. Heavy kinds wait for others of the same organisation.
 */
export async function startJob<S extends z.ZodObject>(
  tx: Tx,
  { kind, input: shape }: JobOf<S>,
  job: Readonly<{
    /** What it works on: the id of a manifest, clearance, allocation … */
    subject: string;
    organisationId: string | null;
    personId: string | null;
    phases: readonly string[];
    input: z.input<S>;
    now: Date;
    heavy?: boolean;
  }>,
): Promise<string> {
  const id = newId("job", job.now);
  await tx.prisma.jobRun.create({
    data: {
      id,
      kind,
      subject: job.subject,
      organisationId: job.organisationId,
      personId: job.personId,
      state: "queued",
      phases: job.phases.map((name) => ({ name, state: "waiting" })) as Prisma.InputJsonValue,
      input: shape.parse(job.input) as Prisma.InputJsonValue,
      createdAt: job.now,
    },
  });
  await addJob(
    tx,
    kind,
    { jobId: id },
    job.heavy === false ? {} : { heavyOf: job.organisationId ?? "remit" },
  );
  return id;
}

const OF_JOB = "FROM graphile_worker._private_jobs q WHERE q.payload->>'jobId' = j.id";

/** Unfinished jobs that no worker will take again: every attempt ended with the death of its worker. */
export async function exhaustedJobs(): Promise<readonly { id: string; kind: string }[]> {
  const { rows } = await db.pool.query<{ id: string; kind: string }>(
    `SELECT j.id, j.kind FROM job_run j WHERE j.state IN ('queued', 'running')
       AND EXISTS (SELECT ${OF_JOB} AND q.attempts >= q.max_attempts)
       AND NOT EXISTS (SELECT ${OF_JOB} AND (q.attempts < q.max_attempts OR q.locked_at IS NOT NULL)) ORDER BY j.id`,
  );
  return rows;
}

/** Takes what is left of a job that has ended off the queue; a retry comes with a task, and attempts, of its own. */
export async function dropExhausted(jobId: string): Promise<void> {
  await db.pool.query(
    `SELECT graphile_worker.complete_jobs(array_agg(q.id)) FROM graphile_worker._private_jobs q
     WHERE q.payload->>'jobId' = $1 AND q.attempts >= q.max_attempts AND q.locked_at IS NULL HAVING count(*) > 0`,
    [jobId],
  );
}

/** True while a worker holds the job. */
export async function isBeingRun(jobId: string): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    "SELECT FROM graphile_worker._private_jobs q WHERE q.payload->>'jobId' = $1 AND q.locked_at IS NOT NULL",
    [jobId],
  );
  return (rowCount ?? 0) > 0;
}
