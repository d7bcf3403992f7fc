import { now } from "@/infra/clock";
import { db } from "@/infra/db";
import { ON_EVENT } from "./on-event";

/** Hands one outbox event to the verbs that follow from it. Run twice, each verb must find its work done. */
export async function handEvent(eventId: string): Promise<void> {
  const event = await db.prisma.outboxEvent.findUnique({ where: { id: eventId } });
  if (event === null || event.handledAt !== null) return;
  for (const follow of ON_EVENT[event.type] ?? []) {
    const call = { actor: { kind: "system", job: `on ${event.type}` }, requestId: event.id } as const;
    await follow(call, event.payload as never);
  }
  await db.prisma.outboxEvent.update({ where: { id: event.id }, data: { handledAt: now() } });
}
