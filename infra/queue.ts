import type { Json } from "@/kernel/canonical-json";
import { newId } from "@/kernel/id";
import { timeIsTold } from "./clock";
import type { Prisma, Tx } from "./db";

/**
 * Puts a task on graphile-worker's queue in the caller's transaction: no commit, no job. What is asked for at a told moment
 * (infra/clock.ts) is kept from the workers: whoever tells the time carries it out.
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Record<string, Json>,
  options: { queue?: string; maxAttempts?: number } = {},
): Promise<void> {
  await tx.prisma.$queryRaw`
    SELECT id FROM graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null}::text,
      run_at => ${timeIsTold() ? "infinity" : null}::timestamptz, max_attempts => ${options.maxAttempts ?? 8}::int)`;
}

/**
 * Starts long work that people watch: a `job_run` row with its phases, and a task of the same kind whose payload is
 * `{jobId}`. Heavy kinds share one queue, so that two of them never fight for the same memory.
 */
export async function startJob(
  tx: Tx,
  job: Readonly<{
    kind: string;
    /** What it works on: the id of a manifest, clearance, allocation … */
    subject: string;
    organisationId: string | null;
    personId: string | null;
    phases: readonly string[];
    input: Record<string, Json>;
    now: Date;
    heavy?: boolean;
  }>,
): Promise<string> {
  const id = newId("job", job.now);
  await tx.prisma.jobRun.create({
    data: {
      id,
      kind: job.kind,
      subject: job.subject,
      organisationId: job.organisationId,
      personId: job.personId,
      state: "queued",
      phases: job.phases.map((name) => ({ name, state: "waiting" })) as Prisma.InputJsonValue,
      input: job.input as Prisma.InputJsonValue,
      createdAt: job.now,
    },
  });
  await addJob(tx, job.kind, { jobId: id }, { ...(job.heavy === false ? {} : { queue: "heavy" }) });
  return id;
}
