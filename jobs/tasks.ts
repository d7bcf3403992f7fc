import type { JobHandler } from "@/infra/job-run";

/** Long work by kind: what `startJob({kind})` puts on the queue is run by the handler here. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {};
