import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine";

const BLOCK_ROWS = 4096;
const STEP_ROWS = BLOCK_ROWS * 128;

/**
 * The digest of a sorted Parquet file's rows, whatever its encoding: each row is one line of its columns as text (NULL =
 * empty) between tabs; every 4,096 lines, joined by line feeds, are one block; the digest is SHA-256 over the hexadecimal
 * SHA-256 digests of the blocks, in order. Names cannot hold tabs or line feeds (works refuses control characters).
 * The blocks are hashed by the engine, a bounded number at a time.
 */
export async function rowsDigest(
  connection: DuckDBConnection,
  file: string,
  columns: readonly string[],
): Promise<{ digest: string; rows: bigint }> {
  const total = await connection.runAndReadAll(`SELECT count(*) FROM read_parquet(${sqlText(file)})`);
  const rows = total.getRowsJS()[0]?.[0] as bigint;
  const line = `concat_ws(chr(9), ${columns.map((column) => `coalesce(${column}::VARCHAR, '')`).join(", ")})`;
  const whole = createHash("sha256");
  for (let from = 0n; from < rows; from += BigInt(STEP_ROWS)) {
    const blocks = await connection.runAndReadAll(
      `SELECT sha256(string_agg(${line}, chr(10) ORDER BY file_row_number)) FROM read_parquet(${sqlText(file)}, file_row_number = true)
       WHERE file_row_number >= ${from} AND file_row_number < ${from + BigInt(STEP_ROWS)}
       GROUP BY file_row_number // ${BLOCK_ROWS} ORDER BY file_row_number // ${BLOCK_ROWS}`,
    );
    for (const [block] of blocks.getRowsJS()) whole.update(block as string);
  }
  return { digest: whole.digest("hex"), rows };
}
