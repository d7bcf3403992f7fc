/** What the values of a column look like, for the eye: the checks decide for themselves. */
export type ColumnType =
  | "empty"
  | "integer"
  | "decimal"
  | "seconds"
  | "milliseconds"
  | "iso"
  | "url"
  | "text";

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?\d*[.,]?\d+$/;
const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}|$)/;
const URL_LIKE = /^(https?:\/\/|\/)\S+$/i;

/** Pure: from the cells of a sample. Whole numbers are times where they fall between 1990 and 2100. */
export function columnType(cells: readonly string[]): ColumnType {
  const values = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (values.length === 0) return "empty";
  const all = (pattern: RegExp) => values.every((value) => pattern.test(value));
  if (all(INTEGER)) {
    if (between(values, 631_152_000, 4_102_444_800)) return "seconds";
    if (between(values, 631_152_000_000, 4_102_444_800_000)) return "milliseconds";
    return "integer";
  }
  if (all(DECIMAL)) return "decimal";
  if (all(ISO)) return "iso";
  if (all(URL_LIKE)) return "url";
  return "text";
}

const between = (values: readonly string[], from: number, to: number): boolean =>
  values.every((value) => Number(value) >= from && Number(value) < to);
