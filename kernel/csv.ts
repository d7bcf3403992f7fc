// What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection"), full-width signs included.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** First in a CSV file made for people: without it a double click in Excel reads UTF-8 as another encoding, and umlauts break. */
export const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A text as one cell of an exported CSV: quoted by RFC 4180 when needed, and with an apostrophe before it when a
 * spreadsheet would read it as a formula. Numbers of ours, which may start with a minus, do not pass here.
 */
export function csvText(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n|]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The same for what came out of somebody's file: null is an empty cell, and a plain number stays a number. */
export function csvCell(value: string | number | bigint | null): string {
  if (value === null) return "";
  const text = String(value);
  return PLAIN_NUMBER.test(text) ? text : csvText(text);
}

/** Cells as one line, ended by CR LF. */
export function csvLine(cells: readonly (string | number | bigint | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
