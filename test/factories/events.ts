import { db } from "@/infra/db/db";
import type { DeliveryKey } from "@/infra/events/delivery";
import { deliverEvent, handEvent } from "@/jobs/hand-event";

/** The deliveries of an event that could be tried now, in the order in which they were handed over. */
async function ready(eventId: string): Promise<readonly DeliveryKey[]> {
  const { rows } = await db.pool.query<DeliveryKey>(
    `SELECT d.event_id AS "eventId", d.handler FROM event_delivery d WHERE d.event_id = $1 AND d.state = 'waiting'
       AND NOT EXISTS (SELECT FROM event_delivery b WHERE b.event_id = $1 AND b.handler = ANY (d.after) AND b.state IN ('waiting', 'failed'))
     ORDER BY d.ctid`,
    [eventId],
  );
  return rows;
}

/** Does everything that follows from an event, as the worker would. Throws what a handler throws. */
export async function handOn(eventId: string): Promise<void> {
  await handEvent(eventId);
  for (let some = await ready(eventId); some.length > 0; some = await ready(eventId))
    for (const key of some) await deliverEvent(key, false);
}

/** The same, once more: no handler is remembered to have run. Each has to find its work done. */
export async function handOnAgain(eventId: string): Promise<void> {
  await db.prisma.eventDelivery.deleteMany({ where: { eventId } });
  await db.prisma.outboxEvent.update({ where: { id: eventId }, data: { handledAt: null } });
  await handOn(eventId);
}
