import type { Tx } from "@/infra/db/db";
import type { DomainEvent } from "@/infra/events/events";
import { ConsentEvents } from "../events";
import { addLapses, standingJoins } from "../repository/standing-joins";
import { afterWatermark, holdWatermark } from "../repository/watermark";

/**
 * A deal changed after people had joined it: what they said yes to is no longer what is offered, so every standing join
 * is taken back and must be given again. Objections stand. Called by deals, which says when terms have changed.
 */
export async function lapseJoins(
  tx: Tx,
  { dealId, now }: Readonly<{ dealId: string; now: Date }>,
): Promise<{ lapsed: number; events: readonly DomainEvent[] }> {
  const watermark = await holdWatermark(tx);
  const joins = await standingJoins(tx, dealId);
  const free = afterWatermark(now, watermark);
  const answers = joins.map(({ personId, at }) => ({
    personId,
    at: at >= free ? new Date(at.getTime() + 1) : free,
  }));
  await addLapses(tx, dealId, answers);
  const lapsed = answers.length;
  return {
    lapsed,
    events: lapsed === 0 ? [] : [ConsentEvents.joins_lapsed({ dealId, people: lapsed })],
  };
}
