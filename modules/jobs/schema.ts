import { z } from "zod";
import { JOB_KINDS } from "@/kernel/job-kinds";
import { listOrder } from "@/kernel/wire";

const Instant = z.iso.datetime();

export const JobPhase = z
  .object({
    name: z.string(),
    state: z.enum(["waiting", "running", "done", "failed"]),
    rowsDone: z.string().optional(),
    rowsTotal: z.string().optional(),
    startedAt: z.string().optional(),
    finishedAt: z.string().optional(),
  })
  .meta({ description: "One step of a job; row counts are decimal strings." });

export const JobView = z
  .object({
    id: z.string(),
    kind: z.enum(JOB_KINDS).meta({ description: "What is being done" }),
    subject: z.string().meta({ description: "The id of what it works on" }),
    organisationId: z.string().nullable(),
    state: z.enum(["queued", "running", "succeeded", "failed", "cancelled"]),
    phase: z.string().nullable(),
    phases: z.array(JobPhase),
    rowsDone: z.string(),
    rowsTotal: z.string().nullable(),
    rowsPerSecond: z.number().int().nullable(),
    secondsLeft: z.number().int().nullable(),
    attempts: z.number().int(),
    error: z.object({ code: z.string(), message: z.string() }).loose().nullable(),
    cancelRequested: z.boolean(),
    mayCancel: z.boolean().meta({
      description: "Whether you may stop it; postings and publications are only the operator's to stop.",
    }),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    mayRetry: z.boolean().meta({
      description: "Whether starting it again can help: it failed or was cancelled, and no file is at fault.",
    }),
  })
  .meta({ id: "Job", description: "Long work: phases, counts, speed, time left and outcome." });
export type JobView = z.infer<typeof JobView>;

export const JobRequest = z.object({ jobId: z.string() });

export const JobOrder = listOrder("jobs", ["id"]);
export const ListJobsRequest = z.object({
  organisationId: z
    .string()
    .optional()
    .meta({ description: "Only jobs of this organisation; without it an operator sees all" }),
  state: z.enum(["queued", "running", "succeeded", "failed", "cancelled"]).optional(),
  kind: z.enum(JOB_KINDS).optional().meta({ description: "Only jobs of this kind" }),
  forOperator: z
    .enum(["true", "false"])
    .optional()
    .meta({ description: "true: without jobs that failed because of a customer's own file" }),
  ...JobOrder.ask,
});

export const JobPage = z
  .object({ items: z.array(JobView), nextCursor: z.string().nullable() })
  .meta({ id: "JobPage" });
