import { EventEmitter } from "node:events";
import { run, type TaskList, type WorkerEvents } from "graphile-worker";
import { closeDatabase } from "@/infra/db";
import { env } from "@/infra/env";
import { runJob } from "@/infra/job-run";
import { logger } from "@/infra/logger";
import { yieldToWeb } from "@/infra/priority";
import { HEAVY } from "@/infra/queue";
import { keepAlive } from "@/infra/worker-liveness";
import { LIMITS } from "@/kernel/limits";
import { handEvent } from "./hand-event";
import { CRONTAB, SCHEDULED } from "./schedule";
import { JOB_HANDLERS } from "./tasks";

/** The worker: a second process over the same code. It may be killed at any moment; the next one takes its jobs over. */
async function main(): Promise<void> {
  yieldToWeb();
  const taskList: TaskList = { ...SCHEDULED };
  for (const [kind, handler] of Object.entries(JOB_HANDLERS)) {
    taskList[kind] = (payload, helpers) =>
      runJob((payload as { jobId: string }).jobId, handler, helpers.job.attempts >= helpers.job.max_attempts);
  }
  taskList["on-event"] = (payload) => handEvent((payload as { eventId: string }).eventId);

  const workerIds: string[] = [];
  const life = await keepAlive(workerIds);
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => workerIds.push(worker.workerId));
  const common = {
    connectionString: env().DATABASE_URL,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList,
    events,
  };
  // Heavy work has hands of its own, so that mails and events never wait for it.
  const runners = await Promise.all([
    run({ ...common, concurrency: 4, forbiddenFlags: [HEAVY], crontab: CRONTAB }),
    run({ ...common, concurrency: LIMITS.heavyJobsAtOnce }),
  ]);
  logger.info("worker ready");

  const stop = async (): Promise<void> => {
    // A long job is not waited for: it resumes where it stopped, as after a crash, because that path must work anyway.
    const late = new Promise<false>((done) => setTimeout(() => done(false), 3000));
    const idle = await Promise.race([
      Promise.all(runners.map((runner) => runner.stop())).then(() => true),
      late,
    ]);
    await life.end(idle);
    if (idle) await closeDatabase();
    process.exit(0);
  };
  process.once("disconnect", () => void stop()); // The process that started us is gone.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}

await main();
