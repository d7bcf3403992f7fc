import type { DuckDBConnection } from "@duckdb/node-api";
import { addressKey } from "@/modules/works/domain/address";
import { schemeOfColumn, workKey } from "@/modules/works/domain/identifier";

const PAGE = 50_000;

/**
 * Makes the table `into(raw, key)` of distinct texts (`select` gives them as `raw`) through the function that settles them
 * everywhere, a page at a time: millions of them are never in memory at once.
 */
export async function settle(
  connection: DuckDBConnection,
  into: string,
  select: string,
  keyOf: (raw: string) => string | null,
): Promise<void> {
  await connection.run(`
    CREATE TABLE ${into} (raw VARCHAR, key VARCHAR);
    CREATE TABLE ${into}_raw AS SELECT row_number() OVER () - 1 AS n, raw FROM (SELECT DISTINCT raw FROM (${select}));`);
  for (let from = 0; ; from += PAGE) {
    const page = await connection.runAndReadAll(
      `SELECT raw FROM ${into}_raw WHERE n >= ${from} AND n < ${from + PAGE}`,
    );
    const rows = page.getRows();
    if (rows.length === 0) break;
    const appender = await connection.createAppender(into);
    for (const [cell] of rows) {
      const raw = String(cell);
      const key = keyOf(raw);
      appender.appendVarchar(raw);
      if (key === null) appender.appendNull();
      else appender.appendVarchar(key);
      appender.endRow();
    }
    appender.closeSync();
  }
  await connection.run(`DROP TABLE ${into}_raw`);
}

// Addresses whose key is what stands after "://": nothing in them that could be written another way.
const PLAIN = `https?://([a-z0-9-]+[.])+[a-z]{2,}/[A-Za-z0-9._~!$&()*+,;=:@/-]*([?][A-Za-z0-9._~!$&()*+,;=:@/?-]+)?`;
const UNPLAIN = `/[.]{1,2}([/?]|$)|xn--`;
const plain = (sql: string): string =>
  `regexp_full_match(${sql}, '${PLAIN}') AND NOT regexp_matches(${sql}, '${UNPLAIN}')`;

/**
 * Table `fine_key`: by line what each row of `fine_row` is recognised by (work, url, content; `address`: the one its prefixes
 * are of), as `keysOf` in domain/narrowest.ts. Plain addresses are settled by SQL, others by the same function as there.
 */
export async function keyRows(connection: DuckDBConnection, workColumn: string | null): Promise<void> {
  const named = workColumn === null ? null : schemeOfColumn(workColumn);
  await settle(
    connection,
    "work_key",
    "SELECT work_id AS raw FROM fine_row WHERE work_id IS NOT NULL",
    (raw) => workKey(raw, named),
  );
  await settle(
    connection,
    "address_key",
    `SELECT url AS raw FROM fine_row WHERE url IS NOT NULL AND NOT (${plain("url")})
     UNION ALL SELECT content_id FROM fine_row WHERE ${isAddress} AND NOT (${plain("content_id")})`,
    addressKey,
  );
  const key = (column: string, settled: string): string =>
    `CASE WHEN ${plain(column)} THEN substr(${column}, strpos(${column}, '://') + 3) ELSE ${settled}.key END`;
  await connection.run(`
    CREATE TABLE fine_key AS SELECT *, coalesce(url, content) AS address FROM (
      SELECT r.line, r.contributor, w.key AS work, ${key("r.url", "u")} AS url, ${key("r.content_id", "c")} AS content
      FROM fine_row r LEFT JOIN work_key w ON w.raw = r.work_id
        LEFT JOIN address_key u ON u.raw = r.url LEFT JOIN address_key c ON c.raw = r.content_id)`);
}

/** Content ids are mostly no addresses: those that can be none are not looked at. */
const isAddress = "contains(content_id, ':')";

/** Rows by line beside the matchers (contributor, match_kind, match_value) they fall under, as `matching` in domain/narrowest.ts. */
export function matchingSql(matchers: string, columns: string): string {
  const arm = (kind: string, on: string): string =>
    `SELECT k.line, k.contributor, ${columns} FROM fine_key k JOIN ${matchers} o
     ON o.contributor = k.contributor AND ${on} WHERE o.match_kind = '${kind}'`;
  return [
    arm("work_id", "o.match_value = k.work"),
    arm("url", "o.match_value = k.url"),
    arm("url", "o.match_value = k.content AND k.content IS DISTINCT FROM k.url"),
    arm(
      "url_prefix",
      `starts_with(k.address, o.match_value)
       AND (length(k.address) = length(o.match_value) OR k.address[length(o.match_value) + 1] IN ('/', '?'))`,
    ),
  ].join(" UNION ALL ");
}
