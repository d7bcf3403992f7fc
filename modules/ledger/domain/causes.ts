/**
 * The catalogue of reasons for which an entry is on the books: an entry has no other cause. `causeId` names the deal,
 * allocation, handle, seat or entry. Entries that store these words cannot be edited, so the words are never renamed.
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
