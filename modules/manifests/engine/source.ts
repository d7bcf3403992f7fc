import { sqlText } from "@/infra/engine";
import { LIMITS } from "@/kernel/limits";
import type { CanonicalField, ResolvedMapping } from "../domain/fields";
import { standInsFor } from "../domain/work-lines";
import type { Inspection } from "./inspection";
import { asText, columnName, isNested, isShort, noText, type ParquetColumn } from "./parquet";
import { JSON_LINES_DELIMITER, type Split } from "./split";

/** A file as DuckDB sees it: a relation, each mapped field as text (NULL when empty), the original text of a row. */
export type Source = Readonly<{
  from: string;
  record: string;
  line: string;
  fields: Readonly<Partial<Record<CanonicalField, string>>>;
  /** A test that a row can be taken apart at all, as SQL giving a reason or NULL; NULL when nothing can fail. */
  shapeFault: string | null;
  /** A test that the contributor is an object or a list, as SQL; null when it cannot be. */
  nestedContributor: string | null;
  /** Numbers were written by somebody, not kept as numbers: 12.000 may mean twelve thousand. */
  isText: boolean;
  original: string;
}>;

/** How much of a row's original text is kept, over all its columns. */
const ORIGINAL_CHARS = 65_536;

const mapped = (mapping: ResolvedMapping) => Object.entries(mapping.columns) as [CanonicalField, string][];

/** The rows.txt of a delimited file: no quotes, stand-ins where they protected something. */
export function csvSource(split: Split, inspection: Inspection, mapping: ResolvedMapping): Source {
  const delimiter = inspection.delimiter ?? ",";
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
      mapped(mapping).map(([field, column]) => [field, restore(`c${inspection.columns.indexOf(column)}`)]),
    ),
    shapeFault: null,
    nestedContributor: null,
    isText: true,
    original: `CASE WHEN raw IS NULL THEN ${joined} ELSE ${restore("raw")} END`,
  };
}

/** The rows.txt of JSON Lines: one text a row, taken apart by DuckDB once for all fields. */
export function jsonSource(split: Split, mapping: ResolvedMapping): Source {
  const fields = mapped(mapping);
  const pointers = fields.map(([, column]) =>
    sqlText(`/${column.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
  const who = fields.findIndex(([field]) => field === "contributor");
  const from = `(SELECT r, l, j, shape, CASE WHEN shape IS NULL THEN json_extract_string(j, [${pointers.join(", ")}]) END AS p
    FROM (SELECT r, l, j, CASE WHEN NOT json_valid(j) THEN 'not_json' WHEN json_type(j) <> 'OBJECT' THEN 'not_an_object' END AS shape
          FROM ${rowsFile(split.rows, JSON_LINES_DELIMITER, ["j", "raw"])}))`;
  return {
    from,
    record: "r",
    line: "l",
    fields: Object.fromEntries(fields.map(([field], i) => [field, `p[${i + 1}]`])),
    shapeFault: "shape",
    // Asked only of what begins like one: it takes the line apart a second time.
    nestedContributor:
      who < 0
        ? null
        : `CASE WHEN ascii(p[${who + 1}]) IN (91, 123) THEN json_type(j, ${pointers[who]}) IN ('ARRAY', 'OBJECT') ELSE false END`,
    isText: true,
    original: "j",
  };
}

/** A Parquet file; its record and line numbers count from 1, as in a file of rows without a header. */
export function parquetSource(
  path: string,
  columns: readonly ParquetColumn[],
  mapping: ResolvedMapping,
): Source {
  const chosen = mapped(mapping).flatMap(([field, name]) => {
    const column = columns.find((known) => known.name === name);
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
  const who = chosen.find(({ field }) => field === "contributor")?.column;
  return {
    from: `read_parquet(${sqlText(path)}, file_row_number => true)`,
    record: "(file_row_number + 1)",
    line: "(file_row_number + 1)",
    fields: Object.fromEntries(chosen.map(({ field, column }) => [field, value(column)])),
    shapeFault: noTexts.length === 0 ? null : `CASE WHEN ${noTexts.join(" OR ")} THEN 'invalid_encoding' END`,
    nestedContributor: who !== undefined && isNested(who) ? "true" : null,
    isText: false,
    original: `CAST(to_json(struct_pack(${row.join(", ")})) AS VARCHAR)`,
  };
}

function rowsFile(path: string, delimiter: string, columns: readonly string[]): string {
  const types = ["'r': 'BIGINT'", "'l': 'BIGINT'", ...columns.map((column) => `'${column}': 'VARCHAR'`)];
  const lineMax = LIMITS.manifestLineBytesMax * 2 + 1024;
  return `read_csv(${sqlText(path)}, auto_detect = false, header = false, delim = ${sqlText(delimiter)}, quote = '', escape = '',
    comment = '', nullstr = '', new_line = '\\n', max_line_size = ${lineMax}, buffer_size = ${lineMax * 16},
    columns = {${types.join(", ")}})`;
}
