import { z } from "zod";
import { requeueDelivery } from "@/infra/events/delivery";
import { command } from "@/infra/verb/command";
import { failedDelivery } from "./failed-delivery";
import { DeliveryRef } from "./schema";

/** An operator gives a failed delivery new tries, as many as it had the first time, once its cause is gone. */
export const retryDelivery = command({
  name: "system.retry_delivery",
  scope: "operator:write",
  input: DeliveryRef,
  output: z.object({ state: z.literal("waiting") }),
  async run({ tx, actor }, key) {
    const { type, attempts } = await failedDelivery(tx, actor, key);
    await requeueDelivery(tx, key);
    return {
      value: { state: "waiting" as const },
      events: [],
      audit: { subject: key.eventId, detail: { event: type, handler: key.handler, attempts } },
    };
  },
});
