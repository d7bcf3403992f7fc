import { sqlText } from "@/infra/engine/engine";
import { LIMITS } from "@/kernel/limits";
import type { CanonicalField, ResolvedMapping } from "../../domain/fields";
import { MARK } from "../../domain/records/sheet-cell";
import { standInsFor } from "../../domain/work-lines";
import type { Inspection } from "../look/inspection";
import { asText, columnName, isShort, noText, type ParquetColumn } from "../look/parquet";
import { JSON_LINES_DELIMITER } from "../unpack/split";
import type { Split } from "../unpack/work-files";
import { SHEET_DELIMITER } from "../workbook/split-workbook";
import { type CellSql, jsonCell, sheetCell, textCell, typedCell } from "./cells";

/** A file as DuckDB sees it: a relation, what the cell of each mapped field says, the original text of a row. */
export type Source = Readonly<{
  from: string;
  record: string;
  line: string;
  fields: Readonly<Partial<Record<CanonicalField, CellSql>>>;
  /** A test that a row can be taken apart at all, as SQL giving a reason or NULL; NULL when nothing can fail. */
  shapeFault: string | null;
  original: string;
}>;

/** How much of a row's original text is kept, over all its columns. */
const ORIGINAL_CHARS = 65_536;

const mapped = (mapping: ResolvedMapping) => Object.entries(mapping.columns) as [CanonicalField, string][];

/** The rows.txt of a delimited file: no quotes, stand-ins where they protected something. */
export function csvSource(split: Split, inspection: Inspection, mapping: ResolvedMapping): Source {
  return delimitedSource(split, inspection, mapping, {
    delimiter: inspection.delimiter ?? ",",
    cell: textCell,
  });
}

/** The rows.txt of a sheet: the same, with a mark on each cell that is no text. */
export function sheetSource(split: Split, inspection: Inspection, mapping: ResolvedMapping): Source {
  const source = delimitedSource(split, inspection, mapping, { delimiter: SHEET_DELIMITER, cell: sheetCell });
  return { ...source, original: `regexp_replace(${source.original}, ${sqlText(`${MARK}[a-z]`)}, '', 'g')` };
}

function delimitedSource(
  split: Split,
  inspection: Inspection,
  mapping: ResolvedMapping,
  { delimiter, cell }: Readonly<{ delimiter: string; cell: (sql: string) => CellSql }>,
): Source {
  const standIns = standInsFor(delimiter.charCodeAt(0));
  const hidden = [standIns.delimiter, standIns.lf, standIns.cr];
  const at = inspection.columns.map((_, i) => `c${i}`);
  const restore = (sql: string) =>
    split.quoted > 0
      ? `translate(${sql}, ${hidden.map((byte) => `chr(${byte})`).join(" || ")}, ${sqlText(delimiter)} || chr(10) || chr(13))`
      : sql;
  const joined = at.map((column) => `coalesce(${column}, '')`).join(` || ${sqlText(delimiter)} || `);
  return {
    from: rowsFile(split.rows, delimiter, [...at, "raw"]),
    record: "r",
    line: "l",
    fields: Object.fromEntries(
      mapped(mapping).map(([field, column]) => [
        field,
        cell(restore(`c${inspection.columns.indexOf(column)}`)),
      ]),
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
  const valid = `CASE WHEN NOT json_valid(j) THEN CASE WHEN contains(j, '\\u') AND json_valid(${withoutHalves("j")}) THEN 'half' ELSE 'not_json' END
    WHEN json_type(j) <> 'OBJECT' THEN 'not_an_object' END`;
  const values = `CASE WHEN shape IS NULL THEN json_extract(j, [${pointers.join(", ")}])
    WHEN shape = 'half' AND json_type(${withoutHalves("j")}) = 'OBJECT' THEN json_extract(${withoutHalves("j")}, [${pointers.join(", ")}]) END`;
  const from = `(SELECT r, l, j, shape, CAST(${values} AS VARCHAR[]) AS p FROM (SELECT r, l, j, ${valid} AS shape FROM ${rowsFile(split.rows, JSON_LINES_DELIMITER, ["j", "raw"])}))`;
  return {
    from,
    record: "r",
    line: "l",
    fields: Object.fromEntries(fields.map(([field], i) => [field, jsonCell(`p[${i + 1}]`)])),
    // Half a character in a field that nobody reads does no harm.
    shapeFault: `CASE WHEN shape = 'half' THEN CASE WHEN p IS NULL THEN 'not_an_object'
      WHEN contains(array_to_string(p, ''), chr(65535)) THEN 'half_character' END ELSE shape END`,
    original: "j",
  };
}

/**
 * JSON in which half characters (a surrogate without its other half, such as \\ud83d at the end of a text cut short) are U+FFFF,
 * which no text holds. Backslashes that are escaped are written as their code first, so that every one left begins an escape.
 */
function withoutHalves(json: string): string {
  const hex = "[0-9a-fA-F]";
  const plain = `replace(${json}, '\\\\', '\\u005c')`;
  const pair = `\\\\u([dD][89abAB]${hex}{2})\\\\u([dD][c-fC-F]${hex}{2})`;
  const kept = `regexp_replace(${plain}, '${pair}', chr(30) || '\\1' || chr(30) || '\\2', 'g')`;
  return `replace(regexp_replace(${kept}, '\\\\u[dD][89a-fA-F]${hex}{2}', '\\\\uffff', 'g'), chr(30), '\\u')`;
}

/** A Parquet file; its record and line numbers count from 1, as in a file of rows without a header. */
export function parquetSource(
  path: string,
  columns: readonly ParquetColumn[],
  mapping: ResolvedMapping,
): Source {
  const chosen = mapped(mapping).flatMap(([field, name]) => {
    const column =
      columns.find((known) => known.written === name) ?? columns.find((known) => known.name === name);
    return column === undefined ? [] : [{ field, column }];
  });
  // A cell of a mapped column is cut right behind the longest text that is taken: longer ones are named as too long.
  const value = (column: ParquetColumn) => `left(${asText(column)}, ${LIMITS.manifestFieldCharsMax + 1})`;
  const originalChars = Math.max(1000, Math.floor(ORIGINAL_CHARS / columns.length));
  const row = columns.map((column) => {
    const name = columnName(column.name);
    return `${name} := ${isShort(column) ? name : `left(${asText(column)}, ${originalChars})`}`;
  });
  const noTexts = chosen.flatMap(({ column }) => noText(column) ?? []);
  return {
    ...numberedRows(path, columns),
    fields: Object.fromEntries(
      chosen.map(({ field, column }) => [
        field,
        typedCell(columnName(column.name), column.type, value(column)),
      ]),
    ),
    shapeFault: noTexts.length === 0 ? null : `CASE WHEN ${noTexts.join(" OR ")} THEN 'invalid_encoding' END`,
    original: `CAST(to_json(struct_pack(${row.join(", ")})) AS VARCHAR)`,
  };
}

/** The rows of a Parquet file with their number. Where a column has the engine's own name for it, rows are counted as they come. */
function numberedRows(
  path: string,
  columns: readonly ParquetColumn[],
): Pick<Source, "from" | "record" | "line"> {
  const file = `read_parquet(${sqlText(path)}`;
  if (columns.every(({ name }) => name.toLowerCase() !== "file_row_number")) {
    const number = "(file_row_number + 1)";
    return { from: `${file}, file_row_number => true)`, record: number, line: number };
  }
  const longest = columns.reduce(
    (name, column) => (column.name.length > name.length ? column.name : name),
    "",
  );
  const number = columnName(`${longest}_row`);
  return {
    from: `(SELECT *, row_number() OVER () AS ${number} FROM ${file}))`,
    record: number,
    line: number,
  };
}

function rowsFile(path: string, delimiter: string, columns: readonly string[]): string {
  const types = ["'r': 'BIGINT'", "'l': 'BIGINT'", ...columns.map((column) => `'${column}': 'VARCHAR'`)];
  const lineMax = LIMITS.manifestLineBytesMax * 2 + 1024;
  return `read_csv(${sqlText(path)}, auto_detect = false, header = false, delim = ${sqlText(delimiter)}, quote = '', escape = '',
    comment = '', nullstr = '', new_line = '\\n', max_line_size = ${lineMax}, buffer_size = ${lineMax * 16},
    columns = {${types.join(", ")}})`;
}
