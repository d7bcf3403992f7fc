import { db } from "@/infra/db/db";
import { type DeliveryKey, handOver, tryDelivery } from "@/infra/events/delivery";
import { ON_EVENT } from "./on-event";

/** The worker hands one outbox event over to the handlers that follow from it; each then runs as its own task. */
export async function handEvent(eventId: string): Promise<void> {
  const event = await db.prisma.outboxEvent.findUnique({ where: { id: eventId } });
  if (event === null || event.handledAt !== null) return;
  await handOver(event.id, ON_EVENT.get(event.type) ?? []);
}

/** The worker runs one handler on one event. A handler that runs a second time must find its work done. */
export async function deliverEvent(key: DeliveryKey, lastTry: boolean): Promise<void> {
  const event = await db.prisma.outboxEvent.findUnique({ where: { id: key.eventId } });
  if (event === null) return;
  const handler = ON_EVENT.get(event.type)?.find(({ name }) => name === key.handler);
  const call = { actor: { kind: "system", job: `on ${event.type}` }, requestId: event.id } as const;
  await tryDelivery(
    key,
    async () => {
      if (handler === undefined) throw new Error(`nothing called ${key.handler} follows from ${event.type}`);
      await handler.run(call, event.payload);
    },
    lastTry,
  );
}
