import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import { extract, type FreezeOf } from "../repository/freeze-source";
import { BASE_COLUMNS, type Base } from "./base";

type Extracts = Parameters<typeof extract>[0];

const COLUMNS: Record<Extracts, Record<string, string>> = {
  handles: { contributor: "VARCHAR", handle_id: "VARCHAR", person_id: "VARCHAR", disputed: "BOOLEAN" },
  versions: { scope_key: "VARCHAR", version: "VARCHAR", from_ms: "BIGINT", content: "INTEGER" },
  touched: { kind: "VARCHAR", key: "VARCHAR" },
  choices: { person_id: "VARCHAR", id: "VARCHAR", choice: "VARCHAR", at_ms: "BIGINT" },
  prefixes: {
    handle_id: "VARCHAR",
    prefix: "VARCHAR",
    version: "VARCHAR",
    from_ms: "BIGINT",
    content: "INTEGER",
  },
  authors: { work_id: "VARCHAR", person_id: "VARCHAR" },
  matchers: { work_id: "VARCHAR", scheme: "VARCHAR", value: "VARCHAR" },
  workVersions: {
    work_id: "VARCHAR",
    person_id: "VARCHAR",
    version: "VARCHAR",
    from_ms: "BIGINT",
    content: "INTEGER",
  },
};

/** Streams every extract to a file in `dir`: the two that can be large in parallel, then the small ones. */
export async function extractAll(of: FreezeOf, dir: string): Promise<void> {
  const one = (name: Extracts) => extract(name, of, fileOf(name, dir));
  await Promise.all([one("handles"), one("versions")]);
  await Promise.all([
    one("touched"),
    one("choices"),
    one("prefixes"),
    one("authors"),
    one("matchers"),
    one("workVersions"),
  ]);
}

const fileOf = (name: Extracts, dir: string): string => join(dir, `consent-${name}.csv`);

export const EXTRACT_FILES = (dir: string): string[] =>
  (Object.keys(COLUMNS) as Extracts[]).map((name) => fileOf(name, dir));

// The newest of a scope's versions has the greatest (effectiveFrom, id): one sortable text says both.
// Fifteen digits whatever the year; version ids sort by when they were written.
const RANK = "(from_ms + 100000000000000)::VARCHAR || version";

/**
 * The newest version of each key in `from`. Nearly every scope has a single one, which passes as it is: an aggregate over
 * text keeps its values where the engine cannot spill them, so only the keys that repeat may go through one.
 */
const newest = (from: string, keys: string): string =>
  `WITH repeated AS (SELECT ${keys} FROM ${from} GROUP BY ${keys} HAVING count(*) > 1)
   SELECT ${keys}, version, content FROM ${from} ANTI JOIN repeated USING (${keys})
   UNION ALL
   SELECT ${keys}, substr(max(${RANK}), 16) AS version, arg_max(content, ${RANK}) AS content
   FROM ${from} SEMI JOIN repeated USING (${keys}) GROUP BY ${keys}`;

/**
 * Loads the extracts, with a cached set underneath if there is one, into table `base`, one row per handle (contributor,
 * person_id, handle_id, disputed). hv/hc: version and content of the handle's terms, pv/pc: of the person's, cid/ch: the
 * answer to this deal. Content -1: no version; 0: withdrawn.
 */
export async function load(connection: DuckDBConnection, dir: string, kept: Base | null): Promise<void> {
  const csv = (name: Extracts): string => {
    const columns = Object.entries(COLUMNS[name]).map(([column, type]) => `'${column}': '${type}'`);
    return `read_csv(${sqlText(fileOf(name, dir))}, auto_detect = false, header = false, delim = ',', quote = '"',
      escape = '"', columns = {${columns.join(", ")}})`;
  };
  const make = (table: string, sql: string) => connection.run(`CREATE TABLE ${table} AS ${sql}`);
  await make("newest", newest(csv("versions"), "scope_key"));
  await make(
    "choices",
    `SELECT person_id, substr(max((at_ms + 100000000000000)::VARCHAR || id), 16) AS cid,
       arg_max(choice, (at_ms + 100000000000000)::VARCHAR || id) AS ch FROM ${csv("choices")} GROUP BY person_id`,
  );
  const read = `SELECT h.contributor, h.person_id, h.handle_id, h.disputed, n.version AS hv, coalesce(n.content, -1) AS hc,
      p.version AS pv, coalesce(p.content, -1) AS pc
    FROM ${csv("handles")} h LEFT JOIN newest n ON n.scope_key = h.handle_id LEFT JOIN newest p ON p.scope_key = h.person_id`;
  const touched = (kind: string): string => `SELECT key FROM ${csv("touched")} WHERE kind = '${kind}'`;
  const standing =
    kept === null
      ? read
      : `${read} UNION ALL SELECT ${BASE_COLUMNS} FROM read_parquet(${sqlText(kept.file)})
         WHERE contributor NOT IN (${touched("name")}) AND person_id NOT IN (${touched("person")})`;
  await make(
    "base",
    `SELECT s.*, c.cid, coalesce(c.ch, '') AS ch FROM (${standing}) s LEFT JOIN choices c ON c.person_id = s.person_id`,
  );
  await make("prefixes", newest(csv("prefixes"), "handle_id, prefix"));
  await make("authors", `SELECT * FROM ${csv("authors")}`);
  await make("matchers", `SELECT * FROM ${csv("matchers")}`);
  await make("work_terms", newest(csv("workVersions"), "work_id, person_id"));
}
