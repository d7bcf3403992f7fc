import { z } from "zod";
import { job } from "@/infra/work/job-kind";

export const ManifestJobs = { check: job("manifest.check", z.object({ manifestId: z.string() })) };
