import { z } from "zod";
import { events } from "@/infra/events/events";

/** The events of the books. */
export const LedgerEvents = events("ledger", {
  deal_funding_posted: z.object({ dealId: z.string(), entryId: z.string() }),
  reversal_started: z.object({ entryId: z.string(), jobId: z.string() }),
  entry_reversed: z.object({ entryId: z.string(), reversalId: z.string() }),
  money_released: z.object({
    handleId: z.string(),
    personId: z.string().nullable(),
    entryIds: z.array(z.string()),
  }),
  author_money_released: z.object({
    entryId: z.string(),
    workId: z.string(),
    authorId: z.string(),
    personId: z.string(),
  }),
});
