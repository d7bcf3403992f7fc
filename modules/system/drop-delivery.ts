import { z } from "zod";
import { command } from "@/infra/command";
import { endDelivery } from "@/infra/delivery";
import { failedDelivery } from "./failed-delivery";
import { DropDelivery } from "./schema";

/**
 * Gives up what a handler could not do about an event; the reason is in the audit. What comes after it goes on, so whatever
 * it should have done has to be done by other means first.
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
