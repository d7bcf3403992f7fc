import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import { admittedSql, type Boundary, type ClearingRules } from "./clear-floors";
import { SHARE_COLUMNS, sharesCsvSql } from "./recipe";
import { assertFound } from "./splits/found";

/** What a run leaves: private files, from which everything published is projected. */
export type RunFiles = Readonly<{ shares: string; lines: string; splits: string }>;

/** Where a run writes its private files in a folder of its own. */
export function runFilesIn(dir: string): RunFiles {
  const at = (name: keyof RunFiles) => join(dir, `${name}.parquet`);
  return { shares: at("shares"), lines: at("lines"), splits: at("splits") };
}

const EXACT = "tokens::DECIMAL(38,0) AS tokens, weight::DECIMAL(38,0) AS weight"; // Parquet has no 128-bit integer.

/** Writes the private files. `split_minor` is the part of a share that belongs to shared works. */
export async function writeRunFiles(
  connection: DuckDBConnection,
  files: RunFiles,
  rules: ClearingRules & { boundary: Boundary | null },
): Promise<void> {
  await assertFound(connection, "split", "share");
  await connection.run(`
    COPY (SELECT s.* REPLACE (${EXACT}), coalesce(p.split_minor, 0)::BIGINT AS split_minor
      FROM share s LEFT JOIN (SELECT contributor, sum(minor) AS split_minor FROM split GROUP BY ALL) p USING (contributor))
    TO ${sqlText(files.shares)} (FORMAT parquet, COMPRESSION snappy);
    COPY (SELECT pseudonym, contributor, line, lines, work_id, rows, ${EXACT}, whole::DECIMAL(38,0) AS whole, floor_micros,
        ${admittedSql(rules, rules.boundary)} AS admitted FROM line WHERE multi ORDER BY contributor, line)
    TO ${sqlText(files.lines)} (FORMAT parquet);
    COPY (FROM split ORDER BY ALL) TO ${sqlText(files.splits)} (FORMAT parquet);`);
}

export const PUBLISHED = ["shares.csv", "shares.parquet", "weights.parquet"] as const;
export type Published = (typeof PUBLISHED)[number];

/** Writes one published file from the private ones: pseudonyms only. */
export async function writePublished(
  connection: DuckDBConnection,
  file: Published,
  from: Pick<RunFiles, "shares" | "lines">,
  to: string,
): Promise<void> {
  const shares = `read_parquet(${sqlText(from.shares)})`;
  switch (file) {
    case "shares.csv":
      await connection.run(sharesCsvSql(shares, sqlText(to)));
      return;
    case "shares.parquet":
      await connection.run(
        `COPY (SELECT ${SHARE_COLUMNS.join(", ")} FROM ${shares} ORDER BY pseudonym) TO ${sqlText(to)} (FORMAT parquet, COMPRESSION zstd)`,
      );
      return;
    case "weights.parquet":
      await connection.run(`COPY (
        SELECT pseudonym, 0 AS line, 1 AS lines, rows, tokens, weight, weight AS whole, floor_micros FROM ${shares} WHERE NOT multi
        UNION ALL SELECT pseudonym, line, lines, rows, tokens, weight, whole, floor_micros FROM read_parquet(${sqlText(from.lines)})
        ORDER BY pseudonym, line) TO ${sqlText(to)} (FORMAT parquet, COMPRESSION zstd)`);
      return;
  }
}

const BACKSLASHED = "replace(contributor, '\\', '\\\\')";

/**
 * What allocation_share takes, in no order: its key is made when all is there. A line each, with tabs between and backslashes
 * doubled, as COPY's text format wants it, which costs PostgreSQL less than CSV.
 */
export async function writeShareTable(
  connection: DuckDBConnection,
  shares: string,
  to: string,
): Promise<void> {
  await connection.run(`COPY (SELECT ${BACKSLASHED} AS contributor, outcome, rows, tokens, weight, floor_micros, base_minor,
      leftover, minor, capped, split_minor FROM read_parquet(${sqlText(shares)}))
    TO ${sqlText(to)} (FORMAT csv, HEADER false, DELIMITER '\t', QUOTE '', ESCAPE '')`);
}
