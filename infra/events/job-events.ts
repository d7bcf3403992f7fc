import { z } from "zod";
import { events } from "./events";

/** The events of long work. They are here and not in modules/jobs because infra/work/job-run.ts, which ends jobs, knows no capability. */
export const JobEvents = events("jobs", {
  ended: z.object({
    jobId: z.string(),
    kind: z.string(),
    subject: z.string(),
    outcome: z.enum(["succeeded", "failed", "cancelled"]),
  }),
  cancel_requested: z.object({ jobId: z.string() }),
  retried: z.object({ jobId: z.string() }),
});
