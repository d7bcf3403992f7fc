import { z } from "zod";
import { endDelivery } from "@/infra/events/delivery";
import { command } from "@/infra/verb/command";
import { failedDelivery } from "./failed-delivery";
import { DropDelivery } from "./schema";

/**
 * An operator gives up a failed delivery, with a reason that the audit keeps. The deliveries that come after it go on, so the
 * operator first does by other means what it should have done.
 */
export const dropDelivery = command({
  name: "system.drop_delivery",
  scope: "operator:write",
  stepUp: true,
  input: DropDelivery,
  output: z.object({ state: z.literal("dropped") }),
  async run({ tx, actor }, { reason, ...key }) {
    const { type, attempts } = await failedDelivery(tx, actor, key);
    await endDelivery(tx, key, "dropped");
    return {
      value: { state: "dropped" as const },
      events: [],
      audit: { subject: key.eventId, detail: { event: type, handler: key.handler, attempts, reason } },
    };
  },
});
