import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { db } from "@/infra/db/db";

export type WorkerProcess = Readonly<{
  /** The bytes of memory it has now; 0 where the machine does not say. */
  memory(): Promise<number>;
  kill(): Promise<void>;
}>;

/** The worker as it runs in production, over the database and the data folder of this test. */
export function startWorker(settings: Readonly<Record<string, string>> = {}): WorkerProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "jobs/worker.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...settings },
  });
  return {
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
    },
    async kill() {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** How a job ended: its state, and of a failure the code and the reason. */
export type End = Readonly<{ state: string; code: string; because: string }>;

const PATIENCE_MS = 180_000;

/** Waits until the worker has brought a job to its end. */
export async function endOfJob(jobId: string): Promise<End> {
  const job = () => db.prisma.jobRun.findUniqueOrThrow({ where: { id: jobId } });
  await expect
    .poll(async () => (await job()).state, { timeout: PATIENCE_MS, interval: 100 })
    .toMatch(/^(succeeded|failed)$/);
  const { state, error } = await job();
  const { code = "", facts } = (error ?? {}) as { code?: string; facts?: { because?: string } };
  return { state, code, because: facts?.because ?? "" };
}
