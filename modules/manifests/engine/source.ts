import { sqlText } from "@/infra/engine";
import { LIMITS } from "@/kernel/limits";
import type { CanonicalField, ResolvedMapping } from "../domain/fields";
import type { Inspection } from "./inspect";
import { JSON_LINES_DELIMITER, type Split } from "./split";

/** A file as DuckDB sees it: a relation, each mapped field as text (NULL when empty), the original text of a row. */
export type Source = Readonly<{
  from: string;
  record: string;
  line: string;
  fields: Readonly<Partial<Record<CanonicalField, string>>>;
  /** A test that a row can be taken apart at all, as SQL giving a reason or NULL; NULL when nothing can fail. */
  shapeFault: string | null;
  original: string;
}>;

const name = (column: string): string => `"${column.replaceAll('"', '""')}"`;
const mapped = (mapping: ResolvedMapping) => Object.entries(mapping.columns) as [CanonicalField, string][];

/** The rows.txt of a delimited file: no quotes, stand-ins where they protected something. */
export function csvSource(split: Split, inspection: Inspection, mapping: ResolvedMapping): Source {
  const delimiter = inspection.delimiter ?? ",";
  const at = inspection.columns.map((_, i) => `c${i}`);
  const restore = (sql: string) =>
    split.quoted > 0
      ? `translate(${sql}, chr(31) || chr(30) || chr(29), ${sqlText(delimiter)} || chr(10) || chr(13))`
      : sql;
  const joined = at.map((column) => `coalesce(${column}, '')`).join(` || ${sqlText(delimiter)} || `);
  return {
    from: rowsFile(split.rows, delimiter, [...at, "raw"]),
    record: "r",
    line: "l",
    fields: Object.fromEntries(
      mapped(mapping).map(([field, column]) => [field, restore(`c${inspection.columns.indexOf(column)}`)]),
    ),
    shapeFault: null,
    original: `CASE WHEN raw IS NULL THEN ${joined} ELSE ${restore("raw")} END`,
  };
}

/** The rows.txt of JSON Lines: one text a row, taken apart by DuckDB once for all fields. */
export function jsonSource(split: Split, mapping: ResolvedMapping): Source {
  const fields = mapped(mapping);
  const pointers = fields.map(([, column]) =>
    sqlText(`/${column.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
  const from = `(SELECT r, l, j, shape, CASE WHEN shape IS NULL THEN json_extract_string(j, [${pointers.join(", ")}]) END AS p
    FROM (SELECT r, l, j, CASE WHEN NOT json_valid(j) THEN 'not_json' WHEN json_type(j) <> 'OBJECT' THEN 'not_an_object' END AS shape
          FROM ${rowsFile(split.rows, JSON_LINES_DELIMITER, ["j", "raw"])}))`;
  return {
    from,
    record: "r",
    line: "l",
    fields: Object.fromEntries(fields.map(([field], i) => [field, `p[${i + 1}]`])),
    shapeFault: "shape",
    original: "j",
  };
}

/** A Parquet file; its record and line numbers count from 1, as in a file of rows without a header. */
export function parquetSource(path: string, inspection: Inspection, mapping: ResolvedMapping): Source {
  const row = inspection.columns.map((column) => `${name(column)} := ${name(column)}`).join(", ");
  return {
    from: `read_parquet(${sqlText(path)}, file_row_number => true)`,
    record: "(file_row_number + 1)",
    line: "(file_row_number + 1)",
    fields: Object.fromEntries(
      mapped(mapping).map(([field, column]) => [field, `CAST(${name(column)} AS VARCHAR)`]),
    ),
    shapeFault: null,
    original: `CAST(to_json(struct_pack(${row})) AS VARCHAR)`,
  };
}

function rowsFile(path: string, delimiter: string, columns: readonly string[]): string {
  const types = ["'r': 'BIGINT'", "'l': 'BIGINT'", ...columns.map((column) => `'${column}': 'VARCHAR'`)];
  const lineMax = LIMITS.manifestLineBytesMax * 2 + 1024;
  return `read_csv(${sqlText(path)}, auto_detect = false, header = false, delim = ${sqlText(delimiter)}, quote = '', escape = '',
    comment = '', nullstr = '', new_line = '\\n', max_line_size = ${lineMax}, buffer_size = ${lineMax * 16},
    columns = {${types.join(", ")}})`;
}
