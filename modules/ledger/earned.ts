import { personHolder } from "./domain/chart";
import { EARNING } from "./domain/earning";
import { dealsWithLines, type EarnedRow, earnedRows } from "./repository/holders";

/** What became a person's own, by month (UTC), deal and currency, newest first. */
export function earnedBy(personId: string): Promise<readonly EarnedRow[]> {
  return earnedRows(personHolder(personId), EARNING);
}

/** Of these deals, those on whose books this person is. */
export function dealsPaying(personId: string, dealIds: readonly string[]): Promise<ReadonlySet<string>> {
  return dealsWithLines(personHolder(personId), dealIds);
}
