import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import { DomainError } from "@/kernel/errors";

/** `written`: its name in the file, where the engine calls the second of two columns of one name something else. */
export type ParquetColumn = Readonly<{ name: string; type: string; written: string }>;

/** The columns of a Parquet file as the engine names and types them. */
export async function parquetColumns(connection: DuckDBConnection, path: string): Promise<ParquetColumn[]> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${sqlText(path)})`);
  const schema = await connection.runAndReadAll(
    `SELECT name, coalesce(num_children, 0)::INTEGER AS children FROM parquet_schema(${sqlText(path)})`,
  );
  const written = topNames(
    schema.getRowObjects().map((row) => ({ name: String(row.name), children: Number(row.children) })),
  );
  return described.getRowObjects().map((row, at, all) => ({
    name: String(row.column_name),
    type: String(row.column_type),
    written: (written.length === all.length ? written[at] : undefined) ?? String(row.column_name),
  }));
}

/** The names right below the root of a schema that is written depth first. */
function topNames(nodes: readonly Readonly<{ name: string; children: number }>[]): string[] {
  const names: string[] = [];
  let at = 1;
  const pass = () => {
    const node = nodes[at++];
    for (let child = 0; child < (node?.children ?? 0); child += 1) pass();
  };
  while (at < nodes.length) {
    names.push(nodes[at]?.name ?? "");
    pass();
  }
  return names;
}

export const columnName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Bytes without a type are text in many writers (BINARY without the UTF8 mark): read as UTF-8, cell by cell. */
const isBinary = ({ type }: ParquetColumn): boolean => type === "BLOB";

/** A cell as text; bytes that are no UTF-8 as they are escaped (\\xFF). */
export function asText(column: ParquetColumn): string {
  const name = columnName(column.name);
  return isBinary(column)
    ? `coalesce(TRY(decode(${name})), CAST(${name} AS VARCHAR))`
    : `CAST(${name} AS VARCHAR)`;
}

/** A test that a cell's bytes are text, as SQL; null where they cannot be anything else. */
export function noText(column: ParquetColumn): string | null {
  const name = columnName(column.name);
  return isBinary(column) ? `(${name} IS NOT NULL AND TRY(decode(${name})) IS NULL)` : null;
}

/** Numbers, times and truth values: what cannot be long. */
export const isShort = (column: ParquetColumn): boolean =>
  !isBinary(column) && !isNested(column) && !/^(VARCHAR|BIT|BIGNUM|JSON)/.test(column.type);

/** Lists, structs and maps: as text they would be a name nobody has. */
export const isNested = ({ type }: ParquetColumn): boolean => /^(STRUCT|MAP|UNION)\b|\[\d*\]$/.test(type);

/**
 * The refusal for a file the engine could not read. A column that says it is UTF-8 and is not ends the engine's reading,
 * but not by name: the columns are tried one by one.
 */
export async function faultyColumn(
  connection: DuckDBConnection,
  path: string,
  columns: readonly ParquetColumn[],
  error: unknown,
): Promise<DomainError> {
  if (!isNoUtf8(error)) return brokenParquet();
  for (const { name } of columns) {
    const sql = `SELECT max(strlen(CAST(${columnName(name)} AS VARCHAR))) FROM read_parquet(${sqlText(path)})`;
    const fault = await connection.run(sql).then(
      () => null,
      (cause: unknown) => cause,
    );
    if (isNoUtf8(fault))
      return new DomainError(
        "MANIFEST_FORMAT",
        `The column "${name}" says that it is UTF-8 text, and holds bytes that are not. Correct the text, or write the column as plain bytes: then only the rows at fault are rejected.`,
        { detail: { because: "column_not_text", column: name } },
      );
  }
  return brokenParquet();
}

const isNoUtf8 = (error: unknown): boolean =>
  error instanceof Error && error.message.includes("Invalid string encoding found in Parquet");

export const brokenParquet = (): DomainError =>
  new DomainError(
    "MANIFEST_FORMAT",
    "The Parquet file is damaged, cut short or encrypted. Write it again and try to read it yourself first.",
    { detail: { because: "parquet_damaged" } },
  );
