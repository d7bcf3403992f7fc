/**
 * One cell of an exported CSV: quoted by RFC 4180 when needed, and made harmless for spreadsheets: what starts like a
 * formula (= + - @ tab return, also full-width) gets an apostrophe before it (OWASP, "CSV Injection"). Plain numbers stay.
 */
export function csvCell(value: string | number | bigint | null): string {
  if (value === null) return "";
  const text = String(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/u.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n|]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly (string | number | bigint | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
