import { isWellFormed } from "@/kernel/text";
import { isoOfSerial } from "./serial-date";

/** A cell of a sheet as it is written. `shared`: its text is the entry of that number in the workbook's list of texts. */
export type RawCell = Readonly<{ type: string; isDate: boolean; value: string | null; hasFormula: boolean }>;

export type CellKind = "text" | "number" | "inexact" | "date" | "boolean" | "error";
export type SheetCell = Readonly<{ kind: CellKind; text: string }>;

/**
 * What a cell says, or null when it is empty:
 * - a formula says its last result, and one that was never calculated is an error;
 * - a whole number is its digits, any other the shortest decimal that is the same 64-bit number;
 * - a number in a date format is that date and time, in ISO 8601.
 * `shared` are the workbook's texts; a number outside of them is null there. Pure.
 */
export function readCell(
  { type, isDate, value, hasFormula }: RawCell,
  { is1904, shared }: Readonly<{ is1904: boolean; shared: (at: number) => string | null }>,
): SheetCell | null {
  if (value === null) return hasFormula ? { kind: "error", text: NOT_CALCULATED } : null;
  if (type === "s") {
    const text = shared(Number(value.trim()));
    return text === null ? { kind: "error", text: NO_SUCH_TEXT } : said("text", text);
  }
  if (type === "str" || type === "inlineStr") return said("text", value);
  const plain = value.trim();
  if (plain === "") return null;
  if (type === "e") return { kind: "error", text: plain };
  if (type === "b") return { kind: "boolean", text: plain === "1" || plain === "true" ? "true" : "false" };
  if (type === "d") return { kind: "date", text: plain };
  const number = readNumber(plain);
  if (number === null) return { kind: "error", text: plain };
  const day = isDate ? isoOfSerial(Number(plain), is1904) : null;
  return day === null ? number : { kind: "date", text: day };
}

export const NOT_CALCULATED = "(a formula without a result)";
export const NO_SUCH_TEXT = "(a text that is not in the workbook)";

const said = (kind: CellKind, text: string): SheetCell | null => (text === "" ? null : { kind, text });

/** Beyond it two different whole numbers may be kept as one. */
const EXACT = 2n ** 53n;
/** Spreadsheets keep 15 digits of a number and write zeros for the others. */
const KEPT = 10n ** 15n;

function readNumber(text: string): SheetCell | null {
  const number = Number(text);
  if (!/^[+-]?[\d.]/.test(text) || !Number.isFinite(number)) return null;
  const isWhole = /^[+-]?\d+$/.test(text) || (Number.isInteger(number) && Math.abs(number) < 1e37);
  if (!isWhole) return { kind: "number", text: String(number) };
  const whole = /^[+-]?\d+$/.test(text) ? BigInt(text) : BigInt(number);
  const size = whole < 0n ? -whole : whole;
  const isInexact = size >= EXACT || (size >= KEPT && size % 10n === 0n);
  return { kind: isInexact ? "inexact" : "number", text: String(whole) };
}

/** The letter a cell's kind is marked by in the work file, behind U+001C; texts have no mark. */
export const KIND_MARKS: Readonly<Record<Exclude<CellKind, "text">, string>> = {
  number: "n",
  inexact: "x",
  date: "d",
  boolean: "b",
  error: "e",
};
export const MARK = "\x1c";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\0\x1c-\x1f]/;

/** A row of a sheet as the work file has it: a line of CSV whose cells are marked with what they are, or why it cannot be read. Pure. */
export function sheetRecord(
  cells: readonly (SheetCell | null | undefined)[],
  columns: number,
): Readonly<{
  csv: string;
  isQuoted: boolean;
  fault: "too_many_fields" | "control_characters" | "half_character" | null;
}> {
  const width = Math.max(cells.length, columns);
  let csv = "";
  let isQuoted = false;
  let fault: ReturnType<typeof sheetRecord>["fault"] = null;
  for (let at = 0; at < width; at += 1) {
    const cell = cells[at] ?? null;
    if (at > 0) csv += ",";
    if (cell === null) continue;
    if (at >= columns) fault = "too_many_fields";
    else if (CONTROL.test(cell.text)) fault = "control_characters";
    // An escape such as _xD83D_ may stand without its other half.
    else if (!isWellFormed(cell.text)) fault ??= "half_character";
    const text = cell.kind === "text" ? cell.text : `${MARK}${KIND_MARKS[cell.kind]}${cell.text}`;
    const mustQuote = /[",\n\r]/.test(text);
    if (mustQuote) isQuoted = true;
    csv += mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
  }
  return { csv, isQuoted, fault };
}

/** A row without the marks, for somebody to read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark is a control character
export const withoutMarks = (csv: string): string => csv.replace(/\x1c[a-z]/g, "");

/** Texts in a workbook write what XML cannot hold as _xHHHH_, and a literal _x as _x005F_x. A line ends in a line feed. Pure. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text
        .replace(/_x000D_(?=\n|_x000A_)/gi, "")
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The number of a cell's column, from 0: "A1" is 0, "AB7" is 27; null where it is no place in a sheet. Pure. */
export function columnOf(place: string): number | null {
  const letters = /^([A-Z]{1,3})\d+$/i.exec(place)?.[1]?.toUpperCase();
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
