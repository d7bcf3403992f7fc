import { sqlText, withEngine } from "@/infra/engine";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import type { Mapping } from "../domain/fields";
import { type Delimiter, firstRecords, guessDelimiter } from "../domain/split-record";
import { type Encoding, encodingOf } from "./encoding";
import { type Compression, headOf, sniffBytes, sniffText } from "./sniff";
import { unpackedHead } from "./unpack";

/** What a look at the beginning of a file tells: enough to show a sample, guess the columns, and read it. */
export type Inspection = Readonly<{
  format: "csv" | "jsonl" | "parquet";
  compression: Compression;
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  columns: readonly string[];
  /** The first rows as text, for the eye; one list of cells a row, in the order of `columns`. */
  sample: readonly (readonly string[])[];
}>;

const HEAD_BYTES = 4 * 1024 * 1024;
const SAMPLE_TEXT = 512 * 1024;
const SAMPLE_ROWS = 8;

/** Looks at a stored file. Throws MANIFEST_FORMAT, MANIFEST_EMPTY or MANIFEST_LIMIT with what to do. */
export async function inspectFile(
  path: string,
  mapping: Pick<Mapping, "encoding" | "delimiter">,
): Promise<Inspection> {
  const kind = sniffBytes(await headOf(path, 16));
  if (kind === "parquet") return inspectParquet(path);
  const compression: Compression = kind === "gzip" ? "gzip" : "none";
  const head = await unpackedHead(path, compression, HEAD_BYTES);
  if (compression === "gzip" && sniffBytes(head) !== "text")
    throw new DomainError(
      "MANIFEST_FORMAT",
      "The gzip file holds another packed or binary file. Pack the table once; send Parquet as it is.",
      { detail: { because: "packed_twice" } },
    );
  const encoding = encodingOf(head, mapping.encoding);
  const text = new TextDecoder(encoding.label).decode(head).slice(0, SAMPLE_TEXT);
  const format = sniffText(text);
  const facts = { format, compression, encoding } as const;
  const complete = text.length < SAMPLE_TEXT ? text : text.slice(0, text.lastIndexOf("\n") + 1) || text;
  return format === "jsonl"
    ? { ...facts, delimiter: null, ...jsonSample(complete) }
    : { ...facts, ...csvSample(complete, mapping.delimiter) };
}

function csvSample(
  text: string,
  declared: Delimiter | undefined,
): Pick<Inspection, "delimiter" | "columns" | "sample"> {
  const delimiter = declared ?? guessDelimiter(text);
  if (/^\r?\n/.test(text))
    throw new DomainError("MANIFEST_FORMAT", "The first line is empty; it must name the columns.", {
      detail: { because: "no_header" },
    });
  const [header, ...rows] = firstRecords(text, delimiter, SAMPLE_ROWS + 1);
  const columns = (header ?? []).map((name) => name.trim());
  checkColumns(columns);
  const sample = rows.map((row) => columns.map((_, i) => (row[i] ?? "").slice(0, 300)));
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
  const sample = rows.slice(0, SAMPLE_ROWS).map((row) => columns.map((name) => cellText(row[name])));
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
  (value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value)
  ).slice(0, 300);

async function inspectParquet(path: string): Promise<Inspection> {
  const file = sqlText(path);
  return withEngine(async (connection) => {
    try {
      const meta = await connection.runAndReadAll(
        `SELECT coalesce(sum(total_uncompressed_size), 0)::BIGINT AS bytes FROM parquet_metadata(${file})`,
      );
      const bytes = BigInt(String(meta.getRowObjects()[0]?.bytes ?? 0));
      if (bytes > BigInt(LIMITS.manifestUnpackedBytesMax))
        throw new DomainError(
          "MANIFEST_LIMIT",
          `The file unpacks to more than ${LIMITS.manifestUnpackedBytesMax} bytes, the most a manifest may have.`,
          { detail: { because: "unpacks_too_large", max: LIMITS.manifestUnpackedBytesMax } },
        );
      const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${file})`);
      const columns = described.getRowObjects().map((row) => String(row.column_name));
      checkColumns(columns);
      const cells = columns.map((name) => `CAST("${name.replaceAll('"', '""')}" AS VARCHAR)`).join(", ");
      const rows = await connection.runAndReadAll(
        `SELECT ${cells} FROM read_parquet(${file}) LIMIT ${SAMPLE_ROWS}`,
      );
      const sample = rows
        .getRows()
        .map((row) => row.map((cell) => (cell === null ? "" : String(cell)).slice(0, 300)));
      return { format: "parquet", compression: "none", encoding: null, delimiter: null, columns, sample };
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw brokenParquet();
    }
  });
}

export const brokenParquet = (): DomainError =>
  new DomainError(
    "MANIFEST_FORMAT",
    "The Parquet file is damaged, cut short or encrypted. Write it again and try to read it yourself first.",
    { detail: { because: "parquet_damaged" } },
  );

function checkColumns(columns: readonly string[]): void {
  if (columns.length > LIMITS.manifestColumnsMax) {
    throw new DomainError(
      "MANIFEST_LIMIT",
      `The file has ${columns.length} columns; at most ${LIMITS.manifestColumnsMax} are read. Leave out what is not needed.`,
      {
        detail: {
          because: "too_many_columns",
          limit: "manifestColumnsMax",
          columns: columns.length,
          max: LIMITS.manifestColumnsMax,
        },
      },
    );
  }
  const seen = new Map<string, string>();
  for (const name of columns) {
    const key = name.trim().toLowerCase();
    const other = seen.get(key);
    // Two empty names are harmless: nobody can mean them.
    if (other !== undefined && name.trim() !== "")
      throw new DomainError(
        "MANIFEST_FORMAT",
        `Two columns have the same name: "${other}" and "${name}". Rename one.`,
        { detail: { because: "column_twice", column: name.trim() } },
      );
    seen.set(key, name);
  }
}
