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

/** Causes of entries that move money on from where a posting left it, to its current owner; each is balanced deal by deal. */
export const OWNER_CAUSES: readonly EntryCause[] = [
  "handle_claim",
  "dispute",
  "split_accepted",
  "seat_settled",
];

/** Whether entries of this cause follow an owner. Reversed alone, the money would be where no owner is. */
export const followsOwner = (cause: string): boolean => OWNER_CAUSES.some((one) => one === cause);
