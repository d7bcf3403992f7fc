import { JobEvents } from "@/infra/events/job-events";
import { command } from "@/infra/verb/command";
import { DomainError } from "@/kernel/errors";
import { jobFor, jobView, mayCancel } from "./queries";
import { requestCancel } from "./repository";
import { JobRequest, JobView } from "./schema";

/** Asks a job to stop. It ends at its next progress report; what it had stored so far is discarded or reused, never half-shown. */
export const cancelJob = command({
  name: "jobs.cancel",
  scope: "jobs:write",
  input: JobRequest,
  output: JobView,
  async run({ tx, actor, now }, { jobId }) {
    const job = await jobFor(actor, jobId, "jobs:write");
    if (!mayCancel(actor, job))
      throw new DomainError("JOB_NOT_CANCELLABLE", "Only the operator can stop this job.", {
        detail: { because: "job_must_end" },
      });
    if (!(await requestCancel(tx, jobId, now)))
      throw new DomainError("JOB_NOT_CANCELLABLE", "This job has already ended.");
    const value = jobView({ ...job, cancelRequestedAt: now }, actor);
    return {
      value,
      events: [JobEvents.cancel_requested({ jobId })],
      audit: { subject: jobId, organisationId: job.organisationId },
    };
  },
});
