import { EventEmitter } from "node:events";
import { run, type WorkerEvents } from "graphile-worker";
import { closeDatabase } from "@/infra/db/db";
import { env } from "@/infra/env";
import { logger } from "@/infra/logger";
import { yieldToWeb } from "@/infra/work/priority";
import { HEAVY } from "@/infra/work/queue";
import { keepAlive } from "@/infra/work/worker-liveness";
import { LIMITS } from "@/kernel/limits";
import { CRONTAB } from "./schedule";
import { TASK_LIST } from "./task-list";

/** The worker: a second process over the same code. It may be killed at any moment; the next one takes its jobs over. */
async function main(): Promise<void> {
  yieldToWeb();
  const workerIds: string[] = [];
  const life = await keepAlive(workerIds);
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => workerIds.push(worker.workerId));
  const common = {
    connectionString: env().DATABASE_URL,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList: TASK_LIST,
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
