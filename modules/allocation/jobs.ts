import { z } from "zod";
import { job } from "@/infra/work/job-kind";

const OfAllocation = z.object({ allocationId: z.string(), dealId: z.string() });

export const AllocationJobs = {
  run: job("allocation.run", OfAllocation.extend({ clearanceId: z.string() })),
  publish: job("allocation.publish", OfAllocation),
  post: job("allocation.post", OfAllocation),
  unpost: job(
    "allocation.unpost",
    z.object({ dealId: z.string(), entryId: z.string(), reason: z.string(), by: z.string() }),
  ),
  release_reserve: job("allocation.release_reserve", OfAllocation),
};
