import { db, type Tx } from "@/infra/db/db";

/**
 * Holds the watermark where it is until this transaction ends, and says where that is: what is written in it must take
 * effect later. A freeze that would pass it waits for us, so it cannot miss us.
 */
export async function holdWatermark(tx: Tx): Promise<Date> {
  const rows = await tx.prisma.$queryRaw<{ frozen_to: Date }[]>`
    SELECT frozen_to FROM consent_watermark WHERE id = 1 FOR SHARE`;
  return rows[0]?.frozen_to ?? new Date(0);
}

/**
 * Declares that a consent set is about to be read as of `asOf`: waits for every writer under way; later ones take effect
 * later. An instant that has not come yet is not promised: nobody's consent may be held up by somebody's odd clock.
 */
export async function raiseWatermark(asOf: Date): Promise<void> {
  // An UPDATE even when nothing rises: its row lock is what makes it wait for the writers' FOR SHARE.
  await db.pool.query(
    `UPDATE consent_watermark
     SET frozen_to = GREATEST(frozen_to, LEAST($1::timestamptz, clock_timestamp() + interval '1 minute')) WHERE id = 1`,
    [asOf],
  );
}

/** The first instant at or after `wanted` that no run has looked at. */
export function afterWatermark(wanted: Date, watermark: Date): Date {
  return wanted > watermark ? wanted : new Date(watermark.getTime() + 1);
}
