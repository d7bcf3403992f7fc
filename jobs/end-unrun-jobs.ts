import { db } from "@/infra/db/db";
import { failLostDeliveries, retryLostHandOvers } from "@/infra/events/delivery";
import type { CallContext } from "@/infra/verb/command";
import { endUnrun } from "@/infra/work/job-run";
import { dropExhausted, exhaustedJobs, isBeingRun } from "@/infra/work/queue";
import { JOB_HANDLERS } from "./tasks";

/** By the clock: jobs and deliveries have failed when their worker died in every attempt; an operator may start them again. */
export async function endLostJobs(): Promise<void> {
  for (const { id, kind } of await exhaustedJobs()) {
    await endOf(id, kind);
    await dropExhausted(id);
  }
  await retryLostHandOvers();
  await failLostDeliveries();
}

/** Follows jobs.cancel_requested: a job that no worker is running ends immediately, not only when its turn comes. */
export async function endCancelled(_call: CallContext, { jobId }: { jobId: string }): Promise<void> {
  const job = await db.prisma.jobRun.findUnique({ where: { id: jobId } });
  if (job === null || job.cancelRequestedAt === null || (await isBeingRun(jobId))) return;
  await endOf(jobId, job.kind);
}

async function endOf(jobId: string, kind: string): Promise<void> {
  const handler = JOB_HANDLERS[kind];
  if (handler === undefined) throw new Error(`invariant broken: nobody does ${kind}`);
  await endUnrun(jobId, handler);
}
