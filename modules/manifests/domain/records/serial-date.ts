import { DAY_MS } from "@/kernel/time";

/** Day 0 of each date system, in days since 1970. */
const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;
const LAST_DAY = 2_958_466; // The day after 9999-12-31.

/**
 * The date of a spreadsheet's day number in ISO 8601, to the millisecond, without a zone: "2024-01-31" or "2024-01-31T12:00:00".
 * In the system of 1900 days before March are one too high, because it has a 29 February 1900. Null for what is no day. Pure.
 */
export function isoOfSerial(serial: number, is1904: boolean): string | null {
  if (!(serial >= 0 && serial < LAST_DAY)) return null;
  const day = is1904 ? serial + EPOCH_1904 : serial + (serial < 60 ? 1 : 0) + EPOCH_1900;
  const date = new Date(Math.round(day * DAY_MS));
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString();
  if (text.endsWith("T00:00:00.000Z")) return text.slice(0, 10);
  return text.slice(0, text.endsWith(".000Z") ? 19 : 23);
}

/** Built-in number formats that show a date or a time (ECMA-376, 18.8.30), those of East Asian locales among them. */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether numbers in this format are shown as a date or a time. `code`: of a format the workbook defines itself. Pure. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltIn(id);
  const first = code.split(";")[0] ?? "";
  const signs = first
    .replace(/"[^"]*"|\\.|_.|\*./g, "") // Words, escaped signs, blanks of a sign's width, fillers.
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, ""); // Colours, conditions and locales; [h] is a time.
  return /[ymdhs]/i.test(signs) && !/general/i.test(signs);
}
