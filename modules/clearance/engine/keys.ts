import type { DuckDBConnection } from "@duckdb/node-api";
import { settled, settleTexts } from "@/infra/engine/settle-texts";
import { addressKey, PLAIN_ADDRESS } from "@/modules/handles/domain/address";
import { schemeOfColumn, workName } from "@/modules/works/domain/identifier";

const plainKey = (column: string): string =>
  `CASE WHEN contains(${column}, ':') AND NOT contains(${column}, '/.') AND NOT contains(${column}, 'xn--')
     AND regexp_full_match(${column}, '${PLAIN_ADDRESS}') THEN substr(${column}, strpos(${column}, '://') + 3) END`;

const OTHER_URL = "plain_url IS NULL AND raw_url IS NOT NULL";
const OTHER_CONTENT = "plain_content IS NULL AND coalesce(contains(raw_content, ':'), false)";
const KEY = [["key", "VARCHAR"]] as const;

/**
 * Tables `fine_key` (by line what each row of `fine_row` is recognised by: url, content; `address`: the one its prefixes are of) and
 * `work_key` (every key of a work's name), as `keysOf` in domain/narrowest.ts. Plain addresses are settled by SQL, others by the same
 * function as there; content ids are mostly no addresses, and without a colon they can be none.
 */
export async function keyRows(connection: DuckDBConnection, workColumn: string | null): Promise<void> {
  const named = workColumn === null ? null : schemeOfColumn(workColumn);
  await settleTexts(connection, {
    into: "work_name",
    columns: [["keys", "VARCHAR"]],
    select: "SELECT work_id AS raw FROM fine_row",
    of: (raw) => [JSON.stringify(workName(raw, named).keys)],
  });
  await connection.run(`
    CREATE TABLE work_key AS SELECT raw, unnest(from_json(keys, '["VARCHAR"]')) AS key FROM work_name;
    CREATE TABLE plain_key AS
      SELECT line, contributor, work_id, url AS raw_url, content_id AS raw_content,
        ${plainKey("url")} AS plain_url, ${plainKey("content_id")} AS plain_content FROM fine_row`);
  await settleTexts(connection, {
    into: "address_key",
    columns: KEY,
    select: `SELECT raw_url AS raw FROM plain_key WHERE ${OTHER_URL} UNION ALL SELECT raw_content FROM plain_key WHERE ${OTHER_CONTENT}`,
    of: (raw) => [addressKey(raw)],
  });
  await connection.run(`
    CREATE TABLE fine_key AS SELECT *, coalesce(url, content) AS address FROM (
      SELECT p.line, p.contributor, p.work_id AS work,
        coalesce(p.plain_url, ${settled("u", "address_key", OTHER_URL, "u.key")}) AS url,
        coalesce(p.plain_content, ${settled("c", "address_key", OTHER_CONTENT, "c.key")}) AS content
      FROM plain_key p LEFT JOIN address_key u ON u.raw = p.raw_url LEFT JOIN address_key c ON c.raw = p.raw_content);
    DROP TABLE plain_key`);
}

/**
 * SQL that joins rows by line with the matchers (contributor, match_kind, match_value) they fall under, as `matching` in
 * domain/narrowest.ts.
 */
export function matchingSql(matchers: string, columns: string): string {
  const arm = (kind: string, on: string, from = ""): string =>
    `SELECT k.line, k.contributor, ${columns} FROM fine_key k ${from} JOIN ${matchers} o
     ON o.contributor = k.contributor AND ${on} WHERE o.match_kind = '${kind}'`;
  return [
    arm("work_id", "o.match_value = w.key", "JOIN work_key w ON w.raw = k.work"),
    arm("url", "o.match_value = k.url"),
    arm("url", "o.match_value = k.content AND k.content IS DISTINCT FROM k.url"),
    arm(
      "url_prefix",
      `starts_with(k.address, o.match_value)
       AND (length(k.address) = length(o.match_value) OR k.address[length(o.match_value) + 1] IN ('/', '?'))`,
    ),
  ].join(" UNION ALL ");
}
