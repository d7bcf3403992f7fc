import { canonicalJson } from "@/kernel/canonical-json";
import { DomainError } from "@/kernel/errors";
import { isCurrency } from "@/kernel/money";
import type { EntryCause } from "./causes";
import { HOLDER_ACCOUNTS, isAuthorHolder, isLedgerAccount, type LedgerAccount } from "./chart";

/** One side of an entry. `minor` counts minor units of `currency`: > 0 debit, < 0 credit, never 0. */
export type EntryLine = Readonly<{
  account: LedgerAccount;
  holder: string;
  dealId?: string | null;
  currency: string;
  minor: bigint;
}>;

/** The facts of an entry besides its lines. `effectiveAt` is when it counts; the time of recording is stored separately. */
export type EntryHeader = Readonly<{
  idempotencyKey: string;
  cause: EntryCause;
  causeId: string;
  memo: string;
  effectiveAt: Date;
  actor: string;
  reversesId?: string | null;
}>;

const int64Max = 2n ** 63n - 1n;

/**
 * Refuses lines that cannot be an entry: fewer than two, a zero or oversized amount, an unknown account or currency, a
 * handle's money outside `unclaimed` and `held`, an author seat's outside `held`, or a sum that is not zero per currency
 * (LEDGER_UNBALANCED).
 */
export function checkLines(lines: readonly EntryLine[]): void {
  const refuse = (message: string): never => {
    throw new DomainError("LEDGER_UNBALANCED", message);
  };
  if (lines.length < 2) refuse("An entry has at least two lines.");
  const sums = new Map<string, bigint>();
  for (const line of lines) {
    if (!isLedgerAccount(line.account)) refuse(`There is no ledger account ${line.account}.`);
    if (!isCurrency(line.currency)) refuse(`Books are not kept in ${line.currency}.`);
    if (line.holder === "") refuse("A line names its holder.");
    if (line.minor === 0n) refuse("A line moves an amount other than zero.");
    if (line.minor > int64Max || line.minor < -int64Max)
      refuse("An amount is larger than the books can hold.");
    if (!maySeat(line)) refuse(`${line.account} cannot be under ${line.holder}.`);
    sums.set(line.currency, (sums.get(line.currency) ?? 0n) + line.minor);
  }
  for (const [currency, sum] of sums)
    if (sum !== 0n) refuse(`The lines in ${currency} sum to ${sum}, not to zero.`);
}

function maySeat({ account, holder }: EntryLine): boolean {
  if (holder.startsWith("handle:")) return account === "unclaimed" || account === "held";
  return isAuthorHolder(holder) ? account === "held" : account !== "unclaimed";
}

/** One text for one content, whatever the order of its lines: what an idempotency key is compared by. */
export function canonicalEntry(header: EntryHeader, lines: readonly EntryLine[]): string {
  const rows = lines
    .map((line) =>
      canonicalJson([line.account, line.holder, line.dealId ?? null, line.currency, String(line.minor)]),
    )
    .sort();
  return `${canonicalHeader(header)}\n${rows.join("\n")}`;
}

/** The part of a header that makes two postings the same: not who posted it, when, nor the words of its memo. */
export function canonicalHeader(header: EntryHeader): string {
  return canonicalJson([header.cause, header.causeId, header.reversesId ?? null]);
}

/** What a posting takes from its holders, per account, holder and currency: the amounts that must be covered. */
export function takings(lines: readonly EntryLine[]): readonly EntryLine[] {
  const sums = new Map<string, EntryLine>();
  for (const line of lines) {
    if (!HOLDER_ACCOUNTS.includes(line.account)) continue;
    const key = `${line.account}\n${line.holder}\n${line.currency}`;
    sums.set(key, { ...line, dealId: null, minor: (sums.get(key)?.minor ?? 0n) + line.minor });
  }
  return [...sums.values()].filter((line) => line.minor > 0n);
}
