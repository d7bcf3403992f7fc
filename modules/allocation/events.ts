import { z } from "zod";
import { events } from "@/infra/events/events";

const OfAllocation = z.object({ allocationId: z.string(), dealId: z.string() });

/** The events of splits, and of the money that follows them. */
export const AllocationEvents = events("allocation", {
  requested: OfAllocation.extend({ whatIf: z.boolean() }),
  sealed: OfAllocation,
  published: OfAllocation,
  posting_started: OfAllocation,
  posted: OfAllocation.extend({ entryId: z.string() }),
  reserve_released: OfAllocation.extend({ entryId: z.string() }),
  reversal_started: z.object({ dealId: z.string(), entryId: z.string(), jobId: z.string() }),
  posting_reversed: OfAllocation.extend({
    entryIds: z.array(z.string()),
    reversalId: z.string(),
    reason: z.string(),
  }),
  funding_reversed: z.object({
    dealId: z.string(),
    entryId: z.string(),
    reversalId: z.string(),
    reason: z.string(),
  }),
});
