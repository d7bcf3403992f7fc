import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { canonicalJson, type Json } from "@/kernel/canonical-json";
import { workFile } from "../files/storage";
import { sqlText } from "./engine";

/**
 * SHA-256 of a relation's rows as sorted lines of text (`LC_ALL=C sort`): the same for rows in any order, and any engine can
 * compute it. `firstIsKey`: the first column is unique, never NULL, and sorts as whole lines would, which costs a fifth less.
 */
export async function contentDigest(
  connection: DuckDBConnection,
  relation: string,
  columns: readonly string[],
  { firstIsKey = false }: Readonly<{ firstIsKey?: boolean }> = {},
): Promise<string> {
  const file = await workFile(".txt");
  // Columns between tabs, NULL empty, a line feed after each line; no value may hold a tab or a line break.
  const line = `concat_ws(chr(9), ${columns.map((column) => `coalesce(${column}::VARCHAR, '')`).join(", ")})`;
  try {
    await connection.run(
      `COPY (SELECT ${line} AS text FROM ${relation} ORDER BY ${firstIsKey ? columns[0] : "text"})
       TO ${sqlText(file)} (FORMAT csv, HEADER false, DELIMITER '\t', QUOTE '', ESCAPE '')`,
    );
    return await fileDigest(file);
  } finally {
    await rm(file, { force: true });
  }
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export async function fileDigest(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export function jsonDigest(value: Json): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
