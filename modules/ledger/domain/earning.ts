import type { EntryCause } from "./causes";

/** Causes of entries that change what somebody has earned; a payout moves what was earned and changes none of it. */
export const EARNING = [
  "allocation",
  "handle_claim",
  "split_accepted",
  "seat_settled",
  "reserve",
  "dispute",
  "reversal",
] as const satisfies readonly EntryCause[];
