import { z } from "zod";
import { events } from "@/infra/events/events";

const OfDeal = z.object({
  dealId: z.string(),
  platformId: z.string(),
  licenseeId: z.string().nullable(),
  state: z.string(),
  version: z.number().int(),
  allocationId: z.string().optional().describe("the sealed one"),
  noticeRestarted: z.literal(true).optional(),
  formerLicenseeId: z.string().nullable().optional().describe("there when another licensee is named now"),
  reason: z.string().optional().describe("of a platform that cancelled alone"),
});

/** The events of deals; each carries the state in which the deal was saved. */
export const DealEvents = events("deals", {
  drafted: OfDeal,
  edited: OfDeal,
  reported: OfDeal,
  noticed: OfDeal,
  accepted: OfDeal,
  declined: OfDeal,
  amended: OfDeal,
  sealed: OfDeal,
  funded: OfDeal.extend({ currency: z.string(), minor: z.string(), reference: z.string() }),
  allocated: OfDeal,
  distributed: OfDeal,
  closed: OfDeal,
  cancellation_asked: OfDeal,
  cancellation_withdrawn: OfDeal,
  cancellation_refused: OfDeal,
  cancelled: OfDeal,
  disputed: OfDeal,
  dispute_ended: OfDeal,
  unfunded: OfDeal,
  unallocated: OfDeal,
});
