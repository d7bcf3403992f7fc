import { csvText } from "@/kernel/csv";
import { isCurrency, majorText } from "@/kernel/money";
import type { EntryCause } from "./causes";

/** Columns of a statement file, in order. Amounts are exact decimals in major units; the currency has its own column. */
export const STATEMENT_COLUMNS = [
  "effective_at",
  "recorded_at",
  "entry",
  "cause",
  "cause_id",
  "deal_id",
  "memo",
  "part",
  "currency",
  "amount",
  "balance",
] as const;

type Row = Readonly<{
  effectiveAt: string;
  recordedAt: string;
  entryNo: string;
  cause: EntryCause;
  causeId: string;
  dealId: string | null;
  memo: string;
  part: string;
  currency: string;
  amountMinor: string;
  balanceMinor: string;
}>;

/** One line of a statement file (RFC 4180, CRLF). */
export function statementCsvRow(row: Row): string {
  const major = (minor: string) =>
    isCurrency(row.currency) ? majorText({ currency: row.currency, minor: BigInt(minor) }) : minor;
  const texts = [
    row.effectiveAt,
    row.recordedAt,
    row.entryNo,
    row.cause,
    row.causeId,
    row.dealId ?? "",
    row.memo,
    row.part,
    row.currency,
  ];
  return `${[...texts.map(csvText), major(row.amountMinor), major(row.balanceMinor)].join(",")}\r\n`;
}
