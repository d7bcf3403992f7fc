import { JobEvents } from "@/infra/events/job-events";
import { command } from "@/infra/verb/command";
import { DomainError } from "@/kernel/errors";
import { isFileFault } from "./fault";
import { jobFor, jobView, mayRestart } from "./queries";
import { requeue } from "./repository";
import { JobRequest, JobView } from "./schema";

/** Starts a failed or cancelled job again from its first phase; what earlier attempts stored is found and reused. */
export const retryJob = command({
  name: "jobs.retry",
  scope: "jobs:write",
  input: JobRequest,
  output: JobView,
  async run({ tx, actor }, { jobId }) {
    const job = await jobFor(actor, jobId, "jobs:write");
    if (isFileFault(job))
      throw new DomainError(
        "CONFLICT",
        "The file is at fault, so the same check would fail again. Upload a corrected file.",
        { detail: { because: "job_would_fail_again" } },
      );
    if (!mayRestart(actor, job))
      throw new DomainError(
        "CONFLICT",
        "The operator stopped this job, and only the operator can start it again.",
        { detail: { because: "job_stopped_by_operator" } },
      );
    if (!(await requeue(tx, job)))
      throw new DomainError("CONFLICT", "Only a failed or cancelled job can be started again.", {
        detail: { because: "job_not_over" },
      });
    const value = jobView(
      { ...job, state: "queued", cancelRequestedAt: null, finishedAt: null, error: null },
      actor,
    );
    return {
      value,
      events: [JobEvents.retried({ jobId })],
      audit: { subject: jobId, organisationId: job.organisationId },
    };
  },
});
