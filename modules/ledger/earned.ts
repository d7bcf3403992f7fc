import { personHolder } from "./domain/chart";
import { dealsWithLines, type EarnedRow, earnedRows } from "./repository/holders";

// What changes what somebody has earned; a payout moves what was earned and changes none of it.
const EARNING = [
  "allocation",
  "handle_claim",
  "split_accepted",
  "seat_settled",
  "reserve",
  "dispute",
  "reversal",
];

/** What became a person's own, by month (UTC), deal and currency, newest first. */
export function earnedBy(personId: string): Promise<readonly EarnedRow[]> {
  return earnedRows(personHolder(personId), EARNING);
}

/** Of these deals, those on whose books this person is. */
export function dealsPaying(personId: string, dealIds: readonly string[]): Promise<ReadonlySet<string>> {
  return dealsWithLines(personHolder(personId), dealIds);
}
