import { z } from "zod";
import { job } from "@/infra/work/job-kind";

export const ExportJobs = { write: job("exports.write", z.object({ personId: z.string() })) };
