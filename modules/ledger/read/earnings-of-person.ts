import { personHolder } from "../domain/chart";
import { EARNING } from "../domain/earning";
import { dealsWithLines, type EarnedRow, earnedRows, lastCredits } from "../repository/holders";

/** What became a person's own, by month (UTC), deal and currency, newest first. */
export function earnedBy(personId: string): Promise<readonly EarnedRow[]> {
  return earnedRows(personHolder(personId), EARNING);
}

/** Of these deals, those on whose books this person is. */
export function dealsPaying(personId: string, dealIds: readonly string[]): Promise<ReadonlySet<string>> {
  return dealsWithLines(personHolder(personId), dealIds);
}

/**
 * Since when all that each of these deals brought is on a person's own account: later than the posting where a name was
 * proved, or a dispute was decided, afterwards.
 */
export function paidSince(personId: string, dealIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  return lastCredits(personHolder(personId), "payable", dealIds);
}
