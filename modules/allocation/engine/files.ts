import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine";
import { admittedSql, type Boundary, type ClearingRules } from "./clear-floors";
import { assertFound } from "./found";
import { SHARE_COLUMNS, sharesCsvSql } from "./recipe";

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

export type PostingRules = Readonly<{
  entryNo: bigint;
  dealId: string;
  platformId: string;
  currency: string;
  /** What is divided, and the deal's account it is taken from. */
  from: "deal_pool" | "reserve";
  fromMinor: bigint;
  feeMinor: bigint;
  retainedMinor: bigint;
  reserveMinor: bigint;
}>;

/**
 * The lines of the posting as postBulkEntry takes them. Table `payee(name, person_id, disputed, asked)` says who holds a handle
 * now where that may not be what the run froze; `asked` marks names of this very split. A proved handle's share is payable to its person, a disputed one's is held,
 * nobody's is unclaimed: less the parts of shared works, or whole where table `undivided(contributor)` names it. Table
 * `author_part(account, holder, minor)` says where those parts go. Sorted by holder, as the index it goes into: lines in any order would take a fifth longer to post. What
 * is not a contributor's comes first.
 */
export async function writePostingLines(
  connection: DuckDBConnection,
  files: Pick<RunFiles, "shares">,
  rules: PostingRules,
  to: string,
): Promise<void> {
  const handle = `'handle:' || ${sqlText(rules.platformId)} || ':' || ${BACKSLASHED}`;
  const deal = sqlText(rules.dealId);
  await assertFound(connection, "undivided", `read_parquet(${sqlText(files.shares)})`);
  const ofThisDeal = "(SELECT name AS contributor FROM payee WHERE asked)";
  await assertFound(connection, ofThisDeal, `read_parquet(${sqlText(files.shares)})`);
  const own = (account: string, holder: string, minor: bigint) =>
    `SELECT 0, '${account}', ${sqlText(holder)}, ${(-minor).toString()}::BIGINT WHERE ${minor} <> 0`;
  await connection.run(`
    COPY (SELECT ${rules.entryNo}, account, holder, ${deal} AS deal_id, ${sqlText(rules.currency)} AS currency, minor FROM (
      SELECT 0 AS part, '${rules.from}' AS account, 'deal:' || ${deal} AS holder, ${rules.fromMinor}::BIGINT AS minor WHERE ${rules.fromMinor} <> 0
      UNION ALL ${own("operator_fee", "remit", rules.feeMinor)}
      UNION ALL ${own("platform_retained", `organisation:${rules.platformId}`, rules.retainedMinor)}
      UNION ALL ${own("reserve", `deal:${rules.dealId}`, rules.reserveMinor)}
      UNION ALL
      SELECT 1, CASE WHEN disputed THEN 'held' WHEN person_id IS NULL THEN 'unclaimed' ELSE 'payable' END,
        CASE WHEN disputed OR person_id IS NULL THEN ${handle} ELSE 'person:' || person_id END, -minor
      FROM (SELECT s.contributor, CASE WHEN u.contributor IS NULL THEN s.minor - s.split_minor ELSE s.minor END AS minor,
          CASE WHEN p.name IS NULL THEN s.person_id ELSE p.person_id END AS person_id, coalesce(p.disputed, s.disputed) AS disputed
        FROM read_parquet(${sqlText(files.shares)}) s LEFT JOIN payee p ON p.name = s.contributor
          LEFT JOIN undivided u ON u.contributor = s.contributor WHERE s.minor > 0)
      WHERE minor > 0
      UNION ALL SELECT 1, account, holder, -minor FROM author_part) ORDER BY part, holder)
    TO ${sqlText(to)} (FORMAT csv, HEADER false, DELIMITER '\t', QUOTE '', ESCAPE '')`);
}
