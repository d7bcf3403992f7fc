import type { Operation } from "@/app/_web/api/operations";
import { NO_QUERY } from "@/app/_web/api/route";
import { jobEvents } from "@/app/_web/jobs/job-events";
import { cancelJob } from "@/modules/jobs/cancel-job";
import { getJob, listJobs } from "@/modules/jobs/queries";
import { retryJob } from "@/modules/jobs/retry-job";

export const jobOperations: readonly Operation[] = [
  { id: "listJobs", method: "GET", path: "/jobs", tag: "Jobs", summary: "List jobs", verb: listJobs },
  { id: "getJob", method: "GET", path: "/jobs/{jobId}", tag: "Jobs", summary: "Look at a job", verb: getJob },
  {
    id: "followJob",
    method: "GET",
    path: "/jobs/{jobId}/events",
    tag: "Jobs",
    summary: "Follow a job",
    description:
      "Server-sent events: each `job` event carries the job as JSON; the stream ends when the job has ended, when the right to see it is gone, and after half an hour at most: open it again.",
    verb: getJob,
    handler: jobEvents,
    query: NO_QUERY,
    responseContent: "text/event-stream",
  },
  {
    id: "cancelJob",
    method: "POST",
    path: "/jobs/{jobId}/cancel",
    tag: "Jobs",
    summary: "Cancel a job",
    verb: cancelJob,
    status: 202,
  },
  {
    id: "retryJob",
    method: "POST",
    path: "/jobs/{jobId}/retry",
    tag: "Jobs",
    summary: "Start a failed job again",
    verb: retryJob,
    status: 202,
  },
];
