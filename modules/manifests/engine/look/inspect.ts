import { DomainError } from "@/kernel/errors";
import { cutText } from "@/kernel/text";
import type { Mapping } from "../../domain/fields";
import { endsWithReturns } from "../../domain/records/line-ends";
import { separatorOf } from "../../domain/records/separator-line";
import { firstRecords, guessDelimiter } from "../../domain/records/split-record";
import { checkColumns } from "../checks/check-columns";
import { unpackedHead } from "../unpack/unpack";
import { inspectWorkbook } from "../workbook/inspect-workbook";
import { refuseOldOffice } from "../workbook/old-office";
import { encodingOf } from "./encoding";
import { inspectParquet } from "./inspect-parquet";
import type { Inspection } from "./inspection";
import { KNOWN_BY_BYTES, refuseBinary } from "./known-files";
import { type Compression, headOf, sniffBytes, sniffText } from "./sniff";

const HEAD_BYTES = 4 * 1024 * 1024;
const SAMPLE_TEXT = 512 * 1024;
const GUESS_TEXT = 128 * 1024; // Enough for a header of as many columns as there may be.
/** As much of a cell as the page of the mapping shows. */
const SAMPLE_CHARS = 300;
const SAMPLE_ROWS = 8;

/** Looks at a stored file. Throws MANIFEST_FORMAT, MANIFEST_EMPTY or MANIFEST_LIMIT with what to do. */
export async function inspectFile(
  path: string,
  mapping: Pick<Mapping, "encoding" | "delimiter">,
): Promise<Inspection> {
  const first = await headOf(path, KNOWN_BY_BYTES);
  await refuseOldOffice(path, first);
  const kind = sniffBytes(first);
  if (kind === "parquet") return inspectParquet(path);
  if (kind === "zip") return inspectWorkbook(path);
  const compression: Compression = kind === "text" ? "none" : kind;
  const head = await unpackedHead(path, compression, HEAD_BYTES);
  if (compression !== "none" && sniffBytes(head) !== "text")
    throw new DomainError(
      "MANIFEST_FORMAT",
      "The packed file holds another packed or binary file. Pack the table once; send Parquet as it is.",
      { detail: { because: "packed_twice" } },
    );
  const encoding = encodingOf(head, mapping.encoding);
  if (!encoding.label.startsWith("utf-16")) refuseBinary(head);
  const text = lineFeeds(new TextDecoder(encoding.label).decode(head).slice(0, SAMPLE_TEXT));
  const format = sniffText(text);
  const facts = { format, compression, encoding } as const;
  const complete = text.length < SAMPLE_TEXT ? text : text.slice(0, text.lastIndexOf("\n") + 1) || text;
  return format === "jsonl"
    ? { ...facts, delimiter: null, ...jsonSample(complete) }
    : { ...facts, ...csvSample(complete, mapping.delimiter) };
}

/** The text as `unixLines` will give it to the scan. */
function lineFeeds(text: string): string {
  return endsWithReturns(Buffer.from(text), true) === true ? text.replace(/\r\n?/g, "\n") : text;
}

function csvSample(
  whole: string,
  declared: string | undefined,
): Pick<Inspection, "delimiter" | "columns" | "sample"> {
  const separator = separatorOf(whole);
  const text = separator?.rest ?? whole;
  const delimiter = declared ?? separator?.delimiter ?? guessDelimiter(text.slice(0, GUESS_TEXT));
  if (/^\r?\n/.test(text))
    throw new DomainError("MANIFEST_FORMAT", "The first line is empty; it must name the columns.", {
      detail: { because: "no_header" },
    });
  const [header, ...rows] = firstRecords(text, delimiter, SAMPLE_ROWS + 1);
  const columns = (header ?? []).map((name) => name.trim());
  checkColumns(columns);
  const sample = rows.map((row) => columns.map((_, i) => cutText(row[i] ?? "", SAMPLE_CHARS)));
  return { delimiter, columns, sample };
}

function jsonSample(text: string): Pick<Inspection, "columns" | "sample"> {
  const rows: Record<string, unknown>[] = [];
  for (const line of text.split("\n").slice(0, 400)) {
    const value = parsed(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      rows.push(value as Record<string, unknown>);
  }
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (rows.length === 0)
    throw new DomainError("MANIFEST_FORMAT", "No line at the beginning of the file is a JSON object.", {
      detail: { because: "no_json_object" },
    });
  checkColumns(columns);
  const sample = rows
    .slice(0, SAMPLE_ROWS)
    .map((row) => columns.map((name) => cellText(Object.hasOwn(row, name) ? row[name] : undefined)));
  return { columns, sample };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // Counted and named by the checks; here only the sound lines matter.
  }
}

const cellText = (value: unknown): string =>
  cutText(
    value === null || value === undefined ? "" : typeof value === "object" ? written(value) : String(value),
    SAMPLE_CHARS,
  );

/** What nests too deep to be written again is only hinted at; its row is rejected by the checks. */
function written(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return "…";
  }
}
