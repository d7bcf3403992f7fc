import { db } from "@/infra/db";
import { logger } from "@/infra/logger";
import { handlesToSettle } from "@/modules/allocation/handle-facts";
import { followHandleMoney } from "./follow-handles";
import { handEvent } from "./hand-event";
import { HANDLE_EVENTS } from "./on-event";

const TRIED_FOR_MS = 2 * 3_600_000; // Longer than the queue tries an event.

/**
 * Mends what the doctor finds about money of handles, by running the same verb again: events that died after their tries
 * are handed on once more, then every handle is followed whose money is not where it belongs. What fails again is told by
 * the doctor.
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
  for (const { id } of died) await tried(`event ${id}`, () => handEvent(id));
  const call = { actor: { kind: "system", job: "settle-missed-handles" } as const, requestId: "nightly" };
  for (const name of await handlesToSettle())
    await tried(`@${name.name} at ${name.platformId}`, () => followHandleMoney(call, name));
}

async function tried(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.error({ err: error }, `money of a handle could not be settled: ${what}`);
  }
}
