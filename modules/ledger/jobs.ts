import { z } from "zod";
import { job } from "@/infra/work/job-kind";

export const LedgerJobs = {
  reverse: job("ledger.reverse", z.object({ reason: z.string(), by: z.string() })),
};
