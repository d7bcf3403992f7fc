import { now } from "@/infra/clock";
import { db } from "@/infra/db";
import { ON_EVENT } from "./on-event";

/** Hands one outbox event to the verbs that follow from it. Run twice, each verb must find its work done. */
export async function handEvent(eventId: string): Promise<void> {
  const event = await db.prisma.outboxEvent.findUnique({ where: { id: eventId } });
  if (event === null || event.handledAt !== null) return;
  const call = { actor: { kind: "system", job: `on ${event.type}` }, requestId: event.id } as const;
  for (const { run } of ON_EVENT.get(event.type) ?? []) await run(call, event.payload);
  await db.prisma.outboxEvent.update({ where: { id: event.id }, data: { handledAt: now() } });
}
