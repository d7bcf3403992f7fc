import type { z } from "zod";
import { DomainError } from "@/kernel/errors";
import { now } from "../clock";
import { db, type Prisma, transaction } from "../db/db";
import { JobEvents } from "../events/job-events";
import { putEvents } from "../events/outbox";
import { logger } from "../logger";
import type { JobOf } from "./job-kind";

type Phase = {
  name: string;
  state: "waiting" | "running" | "done" | "failed";
  rowsDone?: string;
  rowsTotal?: string;
  startedAt?: string;
  finishedAt?: string;
};

/** What a running job may do to be watched, cancelled and resumed. */
export type JobHandle = Readonly<{
  id: string;
  subject: string;
  /** The input it was started with, in the shape of its kind. */
  input<S extends z.ZodObject>(of: JobOf<S>): z.output<S>;
  attempt: number;
  /** Runs one named phase. Phases must be safe to run again: a killed worker starts the job over, and what a phase
   *  already stored (content-addressed files, committed rows) is found and reused. */
  phase<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Rows done in this phase; written at most twice a second. Throws JOB_CANCELLED when somebody cancelled. */
  progress(rowsDone: bigint | number, rowsTotal?: bigint | number | null): Promise<void>;
  /** A sign of life from work that counts no rows, as often written. Throws JOB_CANCELLED as `progress` does. */
  goesOn(): Promise<void>;
  /** The last look before a commit, always carried out. Throws JOB_CANCELLED when somebody cancelled. */
  checkCancelled(): Promise<void>;
}>;

export type JobHandler = Readonly<{
  run(job: JobHandle): Promise<void>;
  /**
   * Marks what the job worked on as failed or cancelled, so that nothing looks as if it were still under way. Safe to run
   * again. `jobId`: another job may have taken the work over meanwhile.
   */
  ended(
    subject: string,
    outcome: "failed" | "cancelled",
    reason: { code: string; message: string },
    jobId: string,
  ): Promise<void>;
}>;

/**
 * Runs one attempt of a job. Refusals (DomainError) end it with their reason; unknown errors are thrown on to the queue,
 * which tries again, until `lastAttempt`.
 */
export async function runJob(jobId: string, handler: JobHandler, lastAttempt: boolean): Promise<void> {
  const row = await unfinished(jobId);
  if (row === null) return;
  const phases = (row.phases as Phase[]).map((phase) => ({ ...phase }));
  const attempt = row.attempts + 1;
  const started = await db.prisma.jobRun.updateMany({
    where: { id: jobId, state: { in: UNFINISHED } },
    data: { state: "running", attempts: attempt, startedAt: row.startedAt ?? now(), heartbeatAt: now() },
  });
  if (started.count === 0) return; // Ended between the two statements: cancelled.
  try {
    if (row.cancelRequestedAt !== null) throw cancelledBefore();
    await handler.run(handle(jobId, row.subject, row.input, attempt, phases));
    await end(row, "succeeded", {
      phase: null,
      finishedAt: now(),
      secondsLeft: 0,
      phases: phases as Prisma.InputJsonValue,
    });
  } catch (error) {
    const refusal = error instanceof DomainError ? error : null;
    if (refusal === null && !lastAttempt) throw error;
    if (refusal === null) logger.error({ err: error, jobId }, "job failed for good");
    await endBadly(row, handler, phases, refusal);
  }
}

/**
 * Ends a job no worker is running and none will: one whose attempts are used up by workers that died, or that was
 * cancelled while it waited. It ends as it would have in a worker.
 */
export async function endUnrun(jobId: string, handler: JobHandler): Promise<void> {
  const row = await unfinished(jobId);
  if (row === null) return;
  if (row.cancelRequestedAt === null) logger.error({ jobId }, "job failed for good: its workers died");
  const phases = (row.phases as Phase[]).map((phase) => ({ ...phase }));
  await endBadly(row, handler, phases, row.cancelRequestedAt === null ? null : cancelledBefore());
}

const UNFINISHED = ["queued", "running"];

type Row = NonNullable<Awaited<ReturnType<typeof unfinished>>>;

async function unfinished(jobId: string) {
  const row = await db.prisma.jobRun.findUnique({ where: { id: jobId } });
  return row !== null && UNFINISHED.includes(row.state) ? row : null;
}

/** Refusals of a job that nobody need look at: it was stopped, or what it waits for starts it again. */
const STOPPED: readonly string[] = ["JOB_CANCELLED", "JOB_WAITS"];

const cancelledBefore = () => new DomainError("JOB_CANCELLED", "Cancelled before it started.");

async function endBadly(
  row: Row,
  handler: JobHandler,
  phases: Phase[],
  refusal: DomainError | null,
): Promise<void> {
  const outcome = refusal !== null && STOPPED.includes(refusal.code) ? "cancelled" : "failed";
  const reason = {
    code: refusal?.code ?? "INTERNAL",
    message: refusal?.message ?? "Something went wrong on our side. An operator can retry it.",
  };
  for (const phase of phases) if (phase.state === "running") phase.state = "failed";
  await handler.ended(row.subject, outcome, reason, row.id);
  await end(row, outcome, {
    finishedAt: now(),
    error: { ...reason, ...(refusal ? { facts: refusal.detail as Prisma.InputJsonObject } : {}) },
    phases: phases as Prisma.InputJsonValue,
  });
}

/** The end of a job and the news of it are one: `jobs.ended`, followed in jobs/on-event.ts. A job ends once. */
async function end(
  job: Readonly<{ id: string; kind: string; subject: string }>,
  outcome: "succeeded" | "failed" | "cancelled",
  data: Prisma.JobRunUpdateManyMutationInput,
): Promise<void> {
  const { id: jobId, kind, subject } = job;
  await transaction(async (tx) => {
    const { count } = await tx.prisma.jobRun.updateMany({
      where: { id: jobId, state: { in: UNFINISHED } },
      data: { ...data, state: outcome },
    });
    if (count === 1) await putEvents(tx, [JobEvents.ended({ jobId, kind, subject, outcome })], now());
  });
}

function handle(id: string, subject: string, input: unknown, attempt: number, phases: Phase[]): JobHandle {
  let current: Phase | undefined;
  let phaseStarted = 0;
  let lastWrite = 0;
  let done: readonly [bigint, bigint | null] = [0n, null];
  const write = async () => {
    const [rowsDone, rowsTotal] = done;
    const seconds = Math.max(0.001, (now().getTime() - phaseStarted) / 1000);
    const rate = Math.round(Number(rowsDone) / seconds);
    const left =
      rowsTotal !== null && rate > 0 ? Math.max(0, Math.ceil(Number(rowsTotal - rowsDone) / rate)) : null;
    const updated = await db.prisma.jobRun.update({
      where: { id },
      data: {
        phase: current?.name ?? null,
        phases: phases as Prisma.InputJsonValue,
        rowsDone,
        rowsTotal,
        rowsPerSecond: rate,
        secondsLeft: left,
        heartbeatAt: now(),
      },
      select: { cancelRequestedAt: true },
    });
    if (updated.cancelRequestedAt !== null) throw new DomainError("JOB_CANCELLED", "Someone cancelled this.");
  };
  const goesOn = async () => {
    if (now().getTime() - lastWrite < 500) return;
    lastWrite = now().getTime();
    await write();
  };
  return {
    id,
    subject,
    input: (of) => of.input.parse(input),
    attempt,
    async phase(name, work) {
      current = phases.find((phase) => phase.name === name);
      if (current === undefined) throw new Error(`invariant broken: job has no phase ${name}`);
      phaseStarted = now().getTime();
      Object.assign(current, { state: "running", startedAt: now().toISOString() });
      done = [0n, null];
      await write();
      const value = await work();
      Object.assign(current, { state: "done", finishedAt: now().toISOString() });
      return value;
    },
    async progress(rowsDone, rowsTotal = null) {
      if (current !== undefined)
        Object.assign(current, {
          rowsDone: String(rowsDone),
          ...(rowsTotal === null ? {} : { rowsTotal: String(rowsTotal) }),
        });
      done = [BigInt(rowsDone), rowsTotal === null ? null : BigInt(rowsTotal)];
      await goesOn();
    },
    goesOn,
    checkCancelled: write,
  };
}
