import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import type { RunFiles } from "@/modules/allocation/engine/files";
import { assertFound } from "@/modules/allocation/engine/splits/found";

/** A contributor's name as COPY's text format takes it. */
const NAME = "replace(contributor, '\\', '\\\\')";

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
 * Writes a posting's lines for `postBulkEntry`, sorted like their index, which saves a fifth of the time. Reads tables
 * `payee` (owners that changed since the run; `asked`: names of this split), `author_part` and `undivided` (shares posted
 * whole). Shares of proved handles are payable, of disputed ones held, others unclaimed.
 */
export async function writePostingLines(
  connection: DuckDBConnection,
  files: Pick<RunFiles, "shares">,
  rules: PostingRules,
  to: string,
): Promise<void> {
  const handle = `'handle:' || ${sqlText(rules.platformId)} || ':' || ${NAME}`;
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
