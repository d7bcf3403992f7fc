import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { Slots } from "@/infra/work/slots";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { checkColumns } from "../checks/check-columns";
import {
  cellsTooLarge,
  HOLLOW_BYTES,
  isOutOfMemory,
  needsTooMuchMemory,
  tooManyRows,
  tooManyRowsForItsSize,
  unpacksHollow,
  unpacksTooLarge,
} from "../unpack/work-limits";
import type { Inspection } from "./inspection";
import { asText, faultyColumn, type ParquetColumn, parquetColumns } from "./parquet";

const SAMPLE_ROWS = 8;
const SAMPLE_CHARS = 300;

/** What a Parquet file says of itself, and its first rows. Sizes in it are claims; the checks hold what is written to them. */
export function inspectParquet(path: string): Promise<Inspection> {
  // A request looks at it: however many come, few files are open at a time, each with little memory.
  return INSPECTIONS.run(() => inspect(path));
}

const INSPECTIONS = new Slots(LIMITS.inspectionsAtOnce);

async function inspect(path: string): Promise<Inspection> {
  const use = async (connection: DuckDBConnection): Promise<Inspection> => {
    let columns: ParquetColumn[] = [];
    try {
      await refuseSwollen(connection, path);
      columns = await parquetColumns(connection, path);
      checkColumns(columns.map(({ written }) => written));
      const cells = columns.map((column) => `left(${asText(column)}, ${SAMPLE_CHARS})`).join(", ");
      const found = await connection.runAndReadAll(
        `SELECT ${cells} FROM read_parquet(${sqlText(path)}) LIMIT ${SAMPLE_ROWS}`,
      );
      const sample = found.getRows().map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
      return {
        ...{ format: "parquet", compression: "none", encoding: null, delimiter: null, sample },
        columns: columns.map(({ written }) => written),
      };
    } catch (error) {
      if (error instanceof DomainError) throw error;
      if (isOutOfMemory(error)) throw needsTooMuchMemory();
      throw await faultyColumn(connection, path, columns, error);
    }
  };
  return withEngine(use, { threads: 1, memoryMb: LIMITS.inspectionMemoryMb });
}

/**
 * Throws MANIFEST_LIMIT for a file that would become far more than it is: by the sizes it says of its columns, which the
 * engine holds it to when it reads them.
 */
async function refuseSwollen(connection: DuckDBConnection, path: string): Promise<void> {
  const file = sqlText(path);
  const meta = await connection.runAndReadAll(
    `SELECT (SELECT coalesce(sum(total_uncompressed_size), 0) FROM parquet_metadata(${file}))::VARCHAR,
       (SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata(${file}))::VARCHAR,
       (SELECT first(path_in_schema) FROM parquet_metadata(${file})
        WHERE num_values > 0 AND total_uncompressed_size / num_values > ${LIMITS.manifestLineBytesMax})`,
  );
  const [unpacked, rowCount, large] = meta.getRows()[0] ?? [];
  const [bytes, rows] = [Number(unpacked ?? 0), Number(rowCount ?? 0)];
  const { size } = await stat(path);
  if (bytes > LIMITS.manifestUnpackedBytesMax) throw unpacksTooLarge();
  if (rows > LIMITS.manifestRowsMax) throw tooManyRows();
  const rowsMax = Math.max(LIMITS.parquetRowsAlways, size * LIMITS.parquetRowsPerByteMax);
  if (rows > rowsMax) throw tooManyRowsForItsSize(rowsMax);
  if (typeof large === "string") throw cellsTooLarge(large);
  if (bytes > HOLLOW_BYTES && bytes > size * LIMITS.manifestUnpackRatioMax) throw unpacksHollow();
}
