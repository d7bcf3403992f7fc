/** The chart of accounts: few and fixed. Who the money belongs to is the line's holder, not an account of its own. */
export const LEDGER_ACCOUNTS = [
  "bank",
  "stripe",
  "in_transit",
  "deal_pool",
  "payable",
  "held",
  "unclaimed",
  "reserve",
  "operator_fee",
  "platform_retained",
] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/** Accounts whose money belongs to the holder: a holder cannot give away more than stands there under its name. */
export const HOLDER_ACCOUNTS: readonly LedgerAccount[] = ["payable", "held", "unclaimed", "in_transit"];

/** True for a name of the chart. */
export function isLedgerAccount(code: string): code is LedgerAccount {
  return (LEDGER_ACCOUNTS as readonly string[]).includes(code);
}

const PERSON = "person:";

/** The holder of a person's own money. */
export function personHolder(personId: string): string {
  return `${PERSON}${personId}`;
}

/** Whose own money stands under this holder; null when it is not a person's. */
export function personOfHolder(holder: string): string | null {
  return holder.startsWith(PERSON) ? holder.slice(PERSON.length) : null;
}

/** The holder of money that waits for the first person to prove this handle; `name` is normalised by the platform's rule. */
export function handleHolder(platformId: string, name: string): string {
  return `handle:${platformId}:${name}`;
}

const AUTHOR = "author:";

/** The holder of what is held for an author's seat of a work until they accept it. */
export function authorHolder(authorId: string): string {
  return `${AUTHOR}${authorId}`;
}

export function isAuthorHolder(holder: string): boolean {
  return holder.startsWith(AUTHOR);
}
