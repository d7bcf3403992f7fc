import type { Tx } from "@/infra/db/db";
import type { DeliveryKey } from "@/infra/events/delivery";
import { type Actor, isOperator } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { type DeliveryRow, lockDelivery } from "./repository";

/** Finds and locks a failed delivery, if the actor may decide about it. */
export async function failedDelivery(tx: Tx, actor: Actor, key: DeliveryKey): Promise<DeliveryRow> {
  const delivery = isOperator(actor, "operator:write") ? await lockDelivery(tx, key) : null;
  if (delivery === null) throw notFound("delivery");
  if (delivery.state !== "failed")
    throw new DomainError("CONFLICT", "You can retry or drop only a failed step.", {
      detail: { because: "delivery_not_failed" },
    });
  return delivery;
}
