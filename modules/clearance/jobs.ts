import { z } from "zod";
import { job } from "@/infra/work/job-kind";

export const ClearanceJobs = {
  run: job("clearance.run", z.object({ clearanceId: z.string(), dealId: z.string() })),
};
