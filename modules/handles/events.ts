import { z } from "zod";
import { events } from "@/infra/events/events";

const OfHandle = z.object({
  handleId: z.string(),
  platformId: z.string(),
  name: z.string(),
  personId: z.string(),
});

/** The events of handles, their proofs and disputes. They are stored under "works", where they began. */
export const HandleEvents = events("works", {
  handle_claimed: OfHandle,
  proof_started: z.object({ proofId: z.string(), handleId: z.string(), method: z.string() }),
  handle_verified: OfHandle,
  handle_released: OfHandle,
  handle_disputed: OfHandle.extend({
    disputeId: z.string(),
    challengerHandleId: z.string(),
    challengerPersonId: z.string(),
  }),
  dispute_settled: z.object({
    disputeId: z.string(),
    handleId: z.string(),
    winnerPersonId: z.string(),
    platformId: z.string(),
    name: z.string(),
  }),
  proof_rule_set: z.object({ organisationId: z.string() }),
});
