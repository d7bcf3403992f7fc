/** What each account of the chart is called on a page. */
export const ACCOUNT_WORDS: Readonly<Record<string, string>> = {
  bank: "Bank",
  stripe: "Payment provider",
  in_transit: "In transit",
  deal_pool: "Deal pools",
  payable: "Payable",
  held: "Held",
  unclaimed: "Unclaimed",
  reserve: "Reserve",
  operator_fee: "Operator fees",
  platform_retained: "Retained by platforms",
};

const CAUSE_WORDS: Readonly<Record<string, string>> = {
  deal_funding: "Deal funded",
  allocation: "Allocation",
  handle_claim: "Handle proved",
  split_accepted: "Co-author accepted",
  dispute: "Dispute",
  reversal: "Reversal",
};

/** Why an entry was posted, in words. */
export function causeWords(cause: string): string {
  return CAUSE_WORDS[cause] ?? cause.replaceAll("_", " ");
}

/** `person:per_1` → "Person per_1", `handle:org_1:ada` → "@ada at org_1". */
export function holderWords(holder: string): string {
  const [kind = "", ...rest] = holder.split(":");
  if (kind === "handle") return `@${rest.slice(1).join(":")} at ${rest[0]}`;
  if (rest.length === 0) return holder === "remit" ? "Remit" : holder;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${rest.join(":")}`;
}
