import { sqlText, withEngine } from "@/infra/engine";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { checkColumns } from "./check-columns";
import type { Inspection } from "./inspection";
import { asText, faultyColumn, type ParquetColumn, parquetColumns } from "./parquet";
import { tooManyRows, unpacksTooLarge } from "./work-limits";

const SAMPLE_ROWS = 8;

/** What a Parquet file says of itself, and its first rows. Sizes in it are claims; the checks hold what is written to them. */
export async function inspectParquet(path: string): Promise<Inspection> {
  return withEngine(async (connection) => {
    let columns: ParquetColumn[] = [];
    try {
      const meta = await connection.runAndReadAll(
        `SELECT (SELECT coalesce(sum(total_uncompressed_size), 0) FROM parquet_metadata(${sqlText(path)}))::VARCHAR,
           (SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata(${sqlText(path)}))::VARCHAR`,
      );
      const [bytes, rows] = (meta.getRows()[0] ?? []).map((cell) => BigInt(String(cell)));
      if ((bytes ?? 0n) > BigInt(LIMITS.manifestUnpackedBytesMax)) throw unpacksTooLarge();
      if ((rows ?? 0n) > BigInt(LIMITS.manifestRowsMax)) throw tooManyRows();
      columns = await parquetColumns(connection, path);
      checkColumns(columns.map(({ name }) => name));
      refuseReserved(columns);
      const cells = columns.map(asText).join(", ");
      const found = await connection.runAndReadAll(
        `SELECT ${cells} FROM read_parquet(${sqlText(path)}) LIMIT ${SAMPLE_ROWS}`,
      );
      const sample = found
        .getRows()
        .map((row) => row.map((cell) => (cell === null ? "" : String(cell)).slice(0, 300)));
      return {
        ...{ format: "parquet", compression: "none", encoding: null, delimiter: null, sample },
        columns: columns.map(({ name }) => name),
      };
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw await faultyColumn(connection, path, columns, error);
    }
  });
}

/** The engine counts rows under this name; a column of the file would stand in its way. */
function refuseReserved(columns: readonly ParquetColumn[]): void {
  const column = columns.find(({ name }) => name.toLowerCase() === "file_row_number")?.name;
  if (column !== undefined)
    throw new DomainError(
      "MANIFEST_FORMAT",
      `A column called "${column}" cannot be read from Parquet here. Rename it, or leave it out.`,
      { detail: { because: "column_reserved", column } },
    );
}
