import type { Deal, IsoDay } from "../domain/state/deal";
import { dealsWithReserveDue } from "../repository/deal";

/** Deals on the books whose reserve may be paid out on this day (UTC); a disputed deal's waits until the dispute ends. */
export function reservesDue(today: IsoDay): Promise<readonly Deal[]> {
  return dealsWithReserveDue(today);
}

/** Whether a deal's reserve may be paid out on this day. */
export function isReserveDue(deal: Pick<Deal, "state" | "reserveReleaseOn">, today: IsoDay): boolean {
  return (
    (deal.state === "allocated" || deal.state === "distributed") &&
    deal.reserveReleaseOn !== null &&
    deal.reserveReleaseOn <= today
  );
}
