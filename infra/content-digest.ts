import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { canonicalJson, type Json } from "@/kernel/canonical-json";
import { sqlText } from "./engine";
import { workFile } from "./storage";

/**
 * A digest of a relation's content: SHA-256 of its rows as CSV (RFC 4180, no header, NULL empty), sorted by `key`, which
 * must tell rows apart. It does not depend on threads or on how a file was encoded, and any engine can write that text.
 */
export async function contentDigest(
  connection: DuckDBConnection,
  relation: string,
  content: { columns: readonly string[]; key: readonly string[] },
): Promise<string> {
  const file = await workFile(".csv");
  try {
    await connection.run(
      `COPY (SELECT ${content.columns.join(", ")} FROM ${relation} ORDER BY ${content.key.map((k) => `${k} NULLS FIRST`).join(", ")})
       TO ${sqlText(file)} (FORMAT csv, HEADER false)`,
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
