type Read = Readonly<{
  format: "csv" | "jsonl" | "parquet" | "xlsx";
  delimiter: string | null;
  columns: readonly string[];
  mapping: Readonly<{ columns: Readonly<Partial<Record<string, string>>> }>;
}>;
type Fault = Readonly<{ field: string; value: string | null; original: string }>;

/** An original line in three parts, the faulty value in the middle; `cell` is null where no single value is at fault. */
export type Marked = Readonly<{ before: string; cell: string | null; after: string }>;

const SHOWN = 400;
const AROUND = 120;

/** Where in its line a faulty value stands. Pure. A long line is cut around it, so that the fault is always in view. */
export function faultyCell(read: Read, fault: Fault): Marked {
  const { original } = fault;
  const place = placeOf(read, fault);
  if (place === null) return { before: cut(original, 0, SHOWN), cell: null, after: "" };
  const from = original.length <= SHOWN ? 0 : Math.max(0, place.from - AROUND);
  const cellEnd = Math.min(place.to, place.from + SHOWN);
  return {
    before: `${from > 0 ? "…" : ""}${original.slice(from, place.from)}`,
    cell: original.slice(place.from, cellEnd),
    after: cut(original, cellEnd, original.length <= SHOWN ? SHOWN : AROUND),
  };
}

/** Where one field stands in for another, the fault is in its column. */
const INSTEAD: Readonly<Record<string, string>> = { tokens: "chars", content_id: "url", url: "content_id" };

type Place = Readonly<{ from: number; to: number }>;

function placeOf(read: Read, { field, value, original }: Fault): Place | null {
  const column = read.mapping.columns[field] ?? read.mapping.columns[INSTEAD[field] ?? ""];
  if (column === undefined || field === "row") return null;
  if (read.format === "csv" || read.format === "xlsx")
    return csvPlace(original, read.delimiter ?? ",", read.columns.indexOf(column));
  return jsonPlace(original, column, value);
}

/** The place of the nth cell of a delimited line, quotes included. */
function csvPlace(line: string, delimiter: string, nth: number): Place | null {
  let from = 0;
  let quoted = false;
  let cell = 0;
  for (let at = 0; at <= line.length; at += 1) {
    const char = line[at];
    if (quoted && at < line.length) {
      if (char === '"' && line[at + 1] === '"') at += 1;
      else if (char === '"') quoted = false;
      continue;
    }
    if (char === '"' && at === from) quoted = true;
    else if (at === line.length || char === delimiter) {
      if (cell === nth) return { from, to: at };
      cell += 1;
      from = at + 1;
    }
  }
  return null;
}

/** The value behind a key of a JSON line; keys and plain values are found as they are written. */
function jsonPlace(line: string, column: string, value: string | null): Place | null {
  const key = line.indexOf(`${JSON.stringify(column)}:`);
  if (key < 0 || value === null || value === "") return null;
  const start = key + JSON.stringify(column).length + 1;
  const written = JSON.stringify(value).slice(1, -1);
  const at = line.indexOf(written, start);
  return at < 0 || at > start + 4 ? null : { from: at, to: at + written.length };
}

const cut = (text: string, from: number, length: number): string =>
  text.length > from + length ? `${text.slice(from, from + length)}…` : text.slice(from);
