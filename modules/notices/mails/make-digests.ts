import { transaction } from "@/infra/db/db";
import { endedPeriod } from "../domain/digest-period";
import { insertDigests, peopleWaiting } from "../repository/mails";

const BATCH = 500;

/**
 * Puts what waits into the digests of the newest periods that are over. Run as often as one likes: the key of a digest is
 * the period and the person, and a notice is in one mail only. What was missed during a standstill is in the next digest.
 */
export async function makeDigests(now: Date): Promise<{ made: number }> {
  let made = 0;
  for (const cadence of ["daily", "weekly"] as const) {
    const { end, name: period } = endedPeriod(cadence, now);
    for (let after = ""; ; ) {
      const step = await transaction(async (tx) => {
        const people = await peopleWaiting(tx, cadence, { before: end, after, take: BATCH });
        return { people, count: await insertDigests(tx, { cadence, period, end, now }, people) };
      });
      made += step.count;
      const last = step.people.at(-1);
      if (last === undefined || step.people.length < BATCH) break;
      after = last;
    }
  }
  return { made };
}
