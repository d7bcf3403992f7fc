import { newId } from "@/kernel/id";
import type { Prisma, Tx } from "../db/db";
import { addJob } from "../work/queue";
import { HAND_OVER } from "./delivery";
import type { DomainEvent } from "./events";

/** Writes events in the transaction in which they happened, and asks the worker to hand them on (jobs/on-event.ts). */
export async function putEvents(tx: Tx, events: readonly DomainEvent[], at: Date): Promise<void> {
  for (const event of events) {
    const id = newId("event", at);
    await tx.prisma.outboxEvent.create({
      data: { id, type: event.type, payload: event.payload as Prisma.InputJsonValue, at },
    });
    await addJob(tx, HAND_OVER, { eventId: id });
  }
}
