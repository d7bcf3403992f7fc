import { personHolder } from "./domain/chart";
import { EARNING } from "./domain/earning";
import { dealsWithLines, type EarnedRow, earnedRows, firstCredits } from "./repository/holders";

/** What became a person's own, by month (UTC), deal and currency, newest first. */
export function earnedBy(personId: string): Promise<readonly EarnedRow[]> {
  return earnedRows(personHolder(personId), EARNING);
}

/** Of these deals, those on whose books this person is. */
export function dealsPaying(personId: string, dealIds: readonly string[]): Promise<ReadonlySet<string>> {
  return dealsWithLines(personHolder(personId), dealIds);
}

/** Since when each of these deals is on a person's own account: for a name that was proved later, later than its posting. */
export function paidSince(personId: string, dealIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  return firstCredits(personHolder(personId), "payable", dealIds);
}
