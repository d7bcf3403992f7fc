import { db, transaction } from "@/infra/db/db";
import { requeueDelivery } from "@/infra/events/delivery";
import { logger } from "@/infra/logger";
import { HOUR_MS } from "@/kernel/time";
import { followHandle } from "@/modules/settlement/handles/follow-handle";
import { misplacedHandles } from "@/modules/settlement/handles/misplaced-handles";
import { deliverEvent, handEvent } from "./hand-event";
import { FOLLOW_MONEY, HANDLE_EVENTS } from "./on-event";

const TRIED_FOR_MS = 2 * HOUR_MS; // Longer than the queue tries an event.

/**
 * Repairs the doctor's findings about handles' money by running the same verb again: first for events whose money handler
 * failed or never ran, then for every handle whose money is in the wrong account. The doctor reports anything that fails
 * again.
 */
export async function settleMissedHandles(now: Date): Promise<void> {
  const died = await db.prisma.outboxEvent.findMany({
    where: {
      type: { in: HANDLE_EVENTS },
      handledAt: null,
      at: { lt: new Date(now.getTime() - TRIED_FOR_MS) },
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of died) await tried(`event ${id}`, () => followOnce(id));
  const call = { actor: { kind: "system", job: "settle-missed-handles" } as const, requestId: "nightly" };
  for (const name of await misplacedHandles())
    await tried(`@${name.name} at ${name.platformId}`, () => followHandle(call, name));
}

/** Hands the event over if no worker has, and tries its handler for money now, however often it has failed before. */
async function followOnce(eventId: string): Promise<void> {
  const key = { eventId, handler: FOLLOW_MONEY };
  await handEvent(eventId);
  await transaction((tx) => requeueDelivery(tx, key));
  await deliverEvent(key, true);
}

async function tried(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.error({ err: error }, `money of a handle could not be settled: ${what}`);
  }
}
