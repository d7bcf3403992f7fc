import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { canonicalJson, type Json } from "@/kernel/canonical-json";

/**
 * A digest of a relation's content: SHA-256 of each row's text, gathered in 4,096 buckets by its first three hexadecimal
 * digits, each bucket the SHA-256 of its sorted row hashes, and SHA-256 over the buckets in order. It does not depend on
 * the order of rows, on threads, or on how a file was encoded, and any engine with SHA-256 can repeat it.
 * `columns` are SQL expressions; NULL is written as an empty field. Fields are separated by the unit separator (U+001F).
 */
export async function contentDigest(
  connection: DuckDBConnection,
  relation: string,
  columns: readonly string[],
): Promise<string> {
  const row = columns.map((column) => `coalesce((${column})::VARCHAR, '')`).join(" || chr(31) || ");
  const reader = await connection.runAndReadAll(`
    SELECT coalesce(sha256(string_agg(h, '' ORDER BY b)), '') AS digest FROM (
      SELECT b, sha256(string_agg(h, '' ORDER BY h)) AS h FROM (
        SELECT left(h, 3) AS b, h FROM (SELECT sha256(${row}) AS h FROM ${relation})) GROUP BY b)`);
  return String(reader.getRowObjects()[0]?.digest ?? "");
}

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export function jsonDigest(value: Json): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
