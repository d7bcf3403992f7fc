/**
 * Why an entry is on the books, and the catalogue of it: an entry has no other cause. `causeId` names the deal, allocation,
 * handle, seat or entry. These words are stored in entries that cannot be edited, so they are never renamed.
 */
export const ENTRY_CAUSES = [
  "deal_funding",
  "allocation",
  "reserve",
  "handle_claim",
  "dispute",
  "split_accepted",
  "seat_settled",
  "payout",
  "reversal",
] as const;
export type EntryCause = (typeof ENTRY_CAUSES)[number];
