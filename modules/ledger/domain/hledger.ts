import { type Currency, isCurrency, majorText } from "@/kernel/money";
import type { EntryCause } from "./causes";

type ExportLine = Readonly<{
  account: string;
  holder: string;
  dealId: string | null;
  currency: string;
  minor: string;
}>;
export type ExportEntry = Readonly<{
  no: string;
  memo: string;
  cause: EntryCause;
  causeId: string;
  effectiveAt: string;
  recordedAt: string;
  first: boolean;
  lines: readonly ExportLine[];
}>;

/**
 * One entry as hledger journal text (https://hledger.org/hledger.html#journal): date, number, memo, then a posting per
 * line with amounts in major units and the currency code. An entry continued in a later stretch goes on without a header.
 */
export function hledgerText(entry: ExportEntry): string {
  const head = `${entry.effectiveAt.slice(0, 10)} * (${entry.no}) ${plain(entry.memo)}\n    ; cause: ${plain(entry.cause)}, id: ${plain(entry.causeId)}, recorded: ${entry.recordedAt}\n`;
  const postings = entry.lines.map((line) => {
    const deal = line.dealId === null ? "" : `  ; deal: ${plain(line.dealId)}`;
    return `    ${accountName(line)}  ${amount(line)}${deal}\n`;
  });
  return `${entry.first ? `\n${head}` : ""}${postings.join("")}`;
}

/** Directives an independent checker needs: how each commodity is written. */
export function hledgerPreamble(currencies: readonly string[]): string {
  const written = currencies.filter(isCurrency).map((currency) => `commodity ${sample(currency)}\n`);
  return `; Journal of Remit, double entry; check it with: hledger check -f FILE\n${written.join("")}`;
}

function sample(currency: Currency): string {
  const text = majorText({ currency, minor: 100_000n });
  return text.includes(".") ? `${text} ${currency}` : `${text}. ${currency}`;
}

// Two spaces end an account name and a semicolon starts a comment in this format. A handle may hold them, so they are
// percent-encoded: written as a blank, two handles would become one account.
function accountName(line: ExportLine): string {
  const holder = line.holder.replaceAll(/[\r\n\t;|%]|(?<= ) |^ | $/g, encodeURIComponent);
  return `${line.account}:${holder}`;
}

function plain(text: string): string {
  return text.replaceAll(/[\r\n\t;|]+/g, " ").trim();
}

function amount(line: ExportLine): string {
  if (!isCurrency(line.currency)) return `${line.minor} ${line.currency}`;
  return `${majorText({ currency: line.currency, minor: BigInt(line.minor) })} ${line.currency}`;
}
