import { sqlText } from "@/infra/engine/engine";
import { KIND_MARKS, MARK } from "../../domain/records/sheet-cell";

/**
 * SQL for the parts of one manifest cell, the same for every format. A number has one text for all writers: a whole number
 * its digits, any other the shortest decimal that is the same 64-bit number.
 */
export type CellSql = Readonly<{
  /** The cell as text; NULL when it is empty. */
  text: string;
  /** Whether the file holds it as a number, not as text; "false" in a delimited text. */
  isNumber: string;
  /** Whether it is a number too large for its digits to be certain: two numbers beyond 2^53 may be kept as one. */
  isInexact: string;
  /** Whether it is neither text nor a number: an object, a list, true or false. */
  isOther: string;
  /** Whether a spreadsheet could not say what is in it; left out where that cannot be. */
  isError?: string;
}>;

export const textCell = (text: string): CellSql => ({
  ...{ text, isNumber: "false", isInexact: "false", isOther: "false" },
});

const EXACT_DOUBLE = 2 ** 53;
const EXACT_FLOAT = 2 ** 24;

/** `value` is SQL of a floating number, `shortest` of its shortest text. */
function floatText(value: string, shortest: string): string {
  return `CASE WHEN isfinite(${value}) AND ${value} = trunc(${value}) AND abs(${value}) < 1e37
    THEN CAST(CAST(${value} AS HUGEINT) AS VARCHAR) ELSE ${shortest} END`;
}

/** `marked`: SQL of a cell of a sheet as the work file has it, with the mark of what it is (sheet-cell.ts). */
export function sheetCell(marked: string): CellSql {
  const isA = (...kinds: (keyof typeof KIND_MARKS)[]) =>
    `coalesce(${kinds.map((kind) => `starts_with(${marked}, ${sqlText(`${MARK}${KIND_MARKS[kind]}`)})`).join(" OR ")}, false)`;
  return {
    text: `CASE WHEN starts_with(${marked}, ${sqlText(MARK)}) THEN substr(${marked}, 3) ELSE ${marked} END`,
    isNumber: isA("number", "inexact"),
    isInexact: isA("inexact"),
    isOther: isA("date", "boolean"),
    isError: isA("error"),
  };
}

/** `json`: SQL of the JSON text of a value, NULL where there is none (as json_extract gives it). */
export function jsonCell(json: string): CellSql {
  const first = `ascii(${json})`;
  const isNumber = `coalesce(${first} BETWEEN 48 AND 57 OR ${first} = 45, false)`;
  const number = `TRY_CAST(${json} AS DOUBLE)`;
  return {
    text: `CASE WHEN ${json} IS NULL OR ${json} = 'null' THEN NULL
      WHEN ${first} = 34 THEN CASE WHEN contains(${json}, '\\') THEN json_extract_string(${json}, '$') ELSE substr(${json}, 2, length(${json}) - 2) END
      WHEN ${isNumber} THEN CASE WHEN regexp_full_match(${json}, '-?[1-9][0-9]*|0') THEN ${json} ELSE ${floatText(number, `CAST(${number} AS VARCHAR)`)} END
      ELSE ${json} END`,
    isNumber,
    isInexact: `coalesce(${isNumber} AND abs(${number}) >= ${EXACT_DOUBLE}, false)`,
    // An object, a list, true or false.
    isOther: `coalesce(list_contains([91, 123, 116, 102], ${first}) AND ${json} <> 'null', false)`,
  };
}

/** `name`: SQL of a Parquet column; `text`: of its cells as text. */
export function typedCell(name: string, type: string, text: string): CellSql {
  const other = /^(STRUCT|MAP|UNION)\b|\[\d*\]$|^BOOLEAN$/.test(type) ? "true" : "false";
  if (type === "DOUBLE" || type === "FLOAT") {
    const max = type === "FLOAT" ? EXACT_FLOAT : EXACT_DOUBLE;
    return {
      text: floatText(name, text),
      isNumber: "true",
      isInexact: `coalesce(abs(${name}) >= ${max}, false)`,
      isOther: other,
    };
  }
  if (type.startsWith("DECIMAL")) {
    const plain = `regexp_replace(${text}, ${sqlText("[.]?0*$")}, '')`;
    return {
      ...{ text: `CASE WHEN contains(${text}, '.') THEN ${plain} ELSE ${text} END` },
      ...{ isNumber: "true", isInexact: "false", isOther: other },
    };
  }
  return { text, isNumber: /INT/.test(type) ? "true" : "false", isInexact: "false", isOther: other };
}
