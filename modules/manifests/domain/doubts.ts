import type { FileFormat } from "./manifest";

/**
 * What suggests that a file is another than it seems, though it can be read:
 * - `first_row_looks_like_data`: a delimited table without a line of column names would lose its first row;
 * - `name_says_other_format`: a name like `posts.parquet` on a file that is none.
 */
export const DOUBTS = ["first_row_looks_like_data", "name_says_other_format"] as const;
export type Doubt = (typeof DOUBTS)[number];

const FORMAT_OF: ReadonlyMap<string, FileFormat> = new Map([
  ["csv", "csv"],
  ["tsv", "csv"],
  ["jsonl", "jsonl"],
  ["ndjson", "jsonl"],
  ["parquet", "parquet"],
  ["xlsx", "xlsx"],
  ["xlsm", "xlsx"],
]);

/** What to doubt of a file of this name whose first record, or whose keys, are `columns`. Pure. */
export function doubtsOf(
  file: Readonly<{ fileName: string; format: FileFormat; columns: readonly string[] }>,
): Doubt[] {
  const doubts: Doubt[] = [];
  const isTable = file.format === "csv" || file.format === "xlsx";
  if (isTable && file.columns.some(isValue)) doubts.push("first_row_looks_like_data");
  const extension = /\.(\w+)(?:\.(?:gz|zst))?$/.exec(file.fileName.toLowerCase())?.[1] ?? "";
  const said = FORMAT_OF.get(extension);
  if (said !== undefined && said !== file.format) doubts.push("name_says_other_format");
  return doubts;
}

/** What values look like and names of columns do not: an address, a day, a number. */
const isValue = (name: string): boolean =>
  /^https?:\/\//i.test(name) || /^\d{4}-\d{2}-\d{2}/.test(name) || /^[+-]?\d+([.,]\d+)*$/.test(name);
