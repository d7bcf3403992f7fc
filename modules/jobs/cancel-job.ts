import { command } from "@/infra/command";
import { DomainError } from "@/kernel/errors";
import { jobFor } from "./queries";
import { requestCancel, toView } from "./repository";
import { JobRequest, JobView } from "./schema";

/** Asks a job to stop. It ends at its next progress report; what it had stored so far is discarded or reused, never half-shown. */
export const cancelJob = command({
  name: "jobs.cancel",
  scope: "jobs:write",
  input: JobRequest,
  output: JobView,
  async run({ tx, actor, now }, { jobId }) {
    const job = await jobFor(actor, jobId, "jobs:write");
    if (!(await requestCancel(tx, jobId, now)))
      throw new DomainError("JOB_NOT_CANCELLABLE", "This job has already ended.");
    const value = toView({ ...job, cancelRequestedAt: now });
    return {
      value,
      events: [{ type: "jobs.cancel_requested", payload: { jobId } }],
      audit: { subject: jobId, organisationId: job.organisationId },
    };
  },
});
