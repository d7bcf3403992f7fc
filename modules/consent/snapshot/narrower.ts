import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows, sqlText } from "@/infra/engine/engine";
import { type Special, tellingOf, type Voices } from "../domain/narrower";
import type { ConsentRequest } from "../domain/request";
import type { Contents } from "./contents";

const BATCH = 2_000;

/** Parquet files. `scopes`: contributor, match_kind, match_value, scope; `voices`: contributor, voices (JSON of Voices). */
export type NarrowerFiles = Readonly<{ scopes: string; voices: string }>;

/**
 * Writes the matchers of items under terms narrower than their contributor's (a URL prefix or work with a stance, a work with
 * co-authors), and the terms that answer such items (answers.ts). Clearance finds each row's scopes; nothing is resolved
 * here.
 */
export async function writeNarrower(
  connection: DuckDBConnection,
  request: ConsentRequest,
  contents: Contents,
  files: NarrowerFiles,
): Promise<void> {
  for (const sql of SPECIALS) await connection.run(sql);
  for (let from = 0; ; from += BATCH) {
    const page = await connection.runAndReadAll(
      `SELECT contributor, line FROM specials WHERE n >= ${from} AND n < ${from + BATCH}`,
    );
    const specials = page.getRowsJS().map(([contributor, line]) => ({
      contributor: contributor as string,
      special: JSON.parse(line as string) as Special,
    }));
    if (specials.length === 0) break;
    await contents.fetch(specials.flatMap(({ special }) => contentsIn(special)));
    await append(connection, specials, request, contents);
  }
  await connection.run(
    `COPY (SELECT DISTINCT * FROM narrower ORDER BY ALL) TO ${sqlText(files.scopes)} (FORMAT parquet);
     COPY (SELECT * FROM voices ORDER BY contributor) TO ${sqlText(files.voices)} (FORMAT parquet)`,
  );
}

async function append(
  connection: DuckDBConnection,
  specials: readonly Readonly<{ contributor: string; special: Special }>[],
  request: ConsentRequest,
  contents: Contents,
): Promise<void> {
  const telling = specials
    .map(({ contributor, special }) => ({ contributor, ...tellingOf(special, request, contents.layer) }))
    .filter(({ recognised }) => recognised.length > 0);
  await appendRows(
    connection,
    "narrower",
    telling.flatMap(({ contributor, recognised }) =>
      recognised.map(({ kind, value, scope }) => [contributor, kind, value, scope]),
    ),
  );
  await appendRows(
    connection,
    "voices",
    telling.map(({ contributor, voices }) => [contributor, JSON.stringify(voices)]),
  );
}

/** The short names of all terms that these voices may speak by. */
export function contentsIn({ hc, pc, prefixes, works }: Voices): number[] {
  return [
    hc,
    pc,
    ...prefixes.map((prefix) => prefix.content),
    ...works.flatMap((work) => work.authors.flatMap((author) => [author.wc, author.pc])),
  ];
}

const AUTHOR = `{person: a.person_id, wv: w.version, wc: coalesce(w.content, -1), pv: p.version,
  pc: coalesce(p.content, -1), cid: c.cid, ch: coalesce(c.ch, '')}`;

const SPECIALS: readonly string[] = [
  "CREATE TABLE narrower (contributor VARCHAR, match_kind VARCHAR, match_value VARCHAR, scope VARCHAR)",
  "CREATE TABLE voices (contributor VARCHAR, voices VARCHAR)",
  `CREATE TABLE work_facts AS
   SELECT a.work_id, {work: a.work_id, authors: list(${AUTHOR} ORDER BY a.person_id), matchers: any_value(m.matchers)} AS facts
   FROM authors a LEFT JOIN work_terms w ON w.work_id = a.work_id AND w.person_id = a.person_id
     LEFT JOIN newest p ON p.scope_key = a.person_id LEFT JOIN choices c ON c.person_id = a.person_id
     JOIN (SELECT work_id, list({scheme: scheme, value: value} ORDER BY scheme, value) AS matchers
           FROM matchers GROUP BY work_id) m ON m.work_id = a.work_id
   GROUP BY a.work_id`,
  `CREATE TABLE person_works AS
   SELECT a.person_id, list(f.facts ORDER BY a.work_id) AS works FROM authors a JOIN work_facts f ON f.work_id = a.work_id
   GROUP BY a.person_id`,
  `CREATE TABLE handle_prefixes AS
   SELECT handle_id, list({prefix: prefix, version: version, content: content} ORDER BY prefix) AS prefixes
   FROM prefixes GROUP BY handle_id`,
  `CREATE TABLE specials AS
   SELECT row_number() OVER () - 1 AS n, b.contributor, to_json({person: b.person_id, handle: b.handle_id,
     hv: b.hv, hc: b.hc, pv: b.pv, pc: b.pc, cid: b.cid, ch: b.ch, prefixes: coalesce(x.prefixes, []),
     works: coalesce(w.works, [])})::VARCHAR AS line
   FROM base b LEFT JOIN handle_prefixes x ON x.handle_id = b.handle_id
     LEFT JOIN person_works w ON w.person_id = b.person_id
   WHERE x.handle_id IS NOT NULL OR w.person_id IS NOT NULL`,
];
