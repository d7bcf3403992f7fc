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

export type NotAlone = Readonly<{ because: string; message: string }>;

/** The payment and the posting of a deal are one half of an act on the deal, which is reversed with them. */
const WITH_DEAL: Partial<Record<EntryCause, NotAlone>> = {
  deal_funding: {
    because: "reverse_funding",
    message: "This entry is part of an act on a deal. Reverse the payment of the deal instead.",
  },
  allocation: {
    because: "reverse_posting",
    message: "This entry is part of an act on a deal. Reverse the posting of the deal instead.",
  },
};

/** Reversed alone, the money of these entries would be where no owner is. */
const FOLLOWS_OWNER: NotAlone = {
  because: "follows_owner",
  message:
    "This entry follows the ownership of a handle or of an author's share, so it cannot be reversed alone. Settle the dispute about the handle, or reverse the posting of the deal.",
};

/** Why entries of a cause are not reversed alone; null: they can be. */
export const whyNotAlone = (cause: EntryCause): NotAlone | null =>
  OWNER_CAUSES.includes(cause) ? FOLLOWS_OWNER : (WITH_DEAL[cause] ?? null);
