import { z } from "zod";
import { events } from "@/infra/events/events";

/** The events of clearances. */
export const ClearanceEvents = events("clearance", {
  requested: z.object({ clearanceId: z.string(), dealId: z.string() }),
});
