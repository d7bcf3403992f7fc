import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine";
import { combineAuthors, type Decision, evaluate, type Layer } from "../domain/evaluate";
import type { ConsentRequest } from "../domain/request";
import type { Contents } from "./contents";
import { choiceOf, present } from "./contents";

const BATCH = 2_000;

type Author = Readonly<{
  person: string;
  wv: string | null;
  wc: number;
  pv: string | null;
  pc: number;
  cid: string | null;
  ch: string;
}>;
type WorkFacts = Readonly<{
  work: string;
  authors: readonly Author[];
  matchers: readonly { scheme: string; value: string }[];
}>;
type PrefixFacts = Readonly<{ prefix: string; version: string; content: number }>;
/** One contributor whose rows are not all alike. */
type Special = Readonly<{
  contributor: string;
  person: string;
  handle: string;
  hv: string | null;
  hc: number;
  pv: string | null;
  pc: number;
  cid: string | null;
  ch: string;
  prefixes: readonly PrefixFacts[];
  works: readonly WorkFacts[];
}>;
type Match = "url" | "url_prefix" | "work_id";

/**
 * Rows that another answer holds for than for the rest of their contributor: within a URL prefix that has terms, or of a
 * work that has terms or co-authors. Each line is fully resolved (wider terms and the deal choice are already in it), and
 * lines are sorted narrowest first: work and URL, then the longest prefix.
 */
export async function decideOverrides(
  connection: DuckDBConnection,
  request: ConsentRequest,
  contents: Contents,
  file: string,
): Promise<void> {
  for (const sql of SPECIALS) await connection.run(sql);
  for (let from = 0; ; from += BATCH) {
    const page = await connection.runAndReadAll(
      `SELECT line FROM specials WHERE n >= ${from} AND n < ${from + BATCH}`,
    );
    const specials = page.getRowsJS().map(([line]) => JSON.parse(line as string) as Special);
    if (specials.length === 0) break;
    await contents.fetch(specials.flatMap(contentsIn));
    const appender = await connection.createAppender("overrides");
    for (const special of specials) {
      for (const { kind, value, decision } of overridesOf(special, request, contents)) {
        appender.appendVarchar(special.contributor);
        appender.appendVarchar(kind);
        appender.appendVarchar(value);
        appender.appendVarchar(decision.verdict);
        appender.appendVarchar(decision.reason);
        if (decision.decidedBy === null) appender.appendNull();
        else appender.appendVarchar(decision.decidedBy.versionId);
        if (decision.floorMicros === null) appender.appendNull();
        else appender.appendBigInt(decision.floorMicros);
        appender.endRow();
      }
    }
    appender.closeSync();
  }
  await connection.run(
    `COPY (SELECT * FROM overrides ORDER BY contributor, match_kind = 'url_prefix', match_kind DESC,
       strlen(match_value) DESC, match_value) TO ${sqlText(file)} (FORMAT parquet)`,
  );
}

const AUTHOR = `{person: a.person_id, wv: w.version, wc: coalesce(w.content, -1), pv: p.version,
  pc: coalesce(p.content, -1), cid: c.cid, ch: coalesce(c.ch, '')}`;

const SPECIALS: readonly string[] = [
  `CREATE TABLE overrides (contributor VARCHAR, match_kind VARCHAR, match_value VARCHAR, verdict VARCHAR, reason VARCHAR,
     terms_version_id VARCHAR, floor_micros BIGINT)`,
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
   SELECT row_number() OVER () - 1 AS n, to_json({contributor: b.contributor, person: b.person_id, handle: b.handle_id,
     hv: b.hv, hc: b.hc, pv: b.pv, pc: b.pc, cid: b.cid, ch: b.ch, prefixes: coalesce(x.prefixes, []),
     works: coalesce(w.works, [])})::VARCHAR AS line
   FROM base b LEFT JOIN handle_prefixes x ON x.handle_id = b.handle_id
     LEFT JOIN person_works w ON w.person_id = b.person_id
   WHERE x.handle_id IS NOT NULL OR w.person_id IS NOT NULL`,
];

const contentsIn = (special: Special): number[] => [
  special.hc,
  special.pc,
  ...special.prefixes.map((prefix) => prefix.content),
  ...special.works.flatMap((work) => work.authors.flatMap((author) => [author.wc, author.pc])),
];

/** Pure: the answers that differ in kind from the contributor's general one. Two works of one address combine strictly. */
function overridesOf(
  special: Special,
  request: ConsentRequest,
  contents: Contents,
): readonly { kind: Match; value: string; decision: Decision }[] {
  const found = new Map<string, { kind: Match; value: string; decisions: Decision[] }>();
  const add = (kind: Match, value: string, decision: Decision): void => {
    const key = `${kind}\n${value}`;
    const held = found.get(key);
    if (held === undefined) found.set(key, { kind, value, decisions: [decision] });
    else held.decisions.push(decision);
  };
  const layers = new Layers(special, contents);
  for (const { prefix, version, content } of special.prefixes) {
    const own = contents.layer({ kind: "url_prefix", handleId: special.handle, prefix }, version, content);
    if (own !== null && takesStance(own, request))
      add("url_prefix", prefix, layers.decideOwn([], [prefix], request));
  }
  for (const work of special.works) {
    const own = work.authors.map((author) => layers.work(work.work, author));
    if (work.authors.length < 2 && !own.some((layer) => layer !== null && takesStance(layer, request)))
      continue;
    const addresses = work.matchers.filter((m) => m.scheme.startsWith("url")).map((m) => m.value);
    const decision = combineAuthors(
      work.authors.map((author) =>
        author.person === special.person
          ? layers.decideOwn(present([layers.work(work.work, author)]), addresses, request)
          : layers.decideOther(work.work, author, request),
      ),
    );
    for (const { scheme, value } of work.matchers) add(...matchOf(scheme, value), decision);
  }
  return [...found.values()].map(({ kind, value, decisions }) => ({
    kind,
    value,
    decision: combineAuthors(decisions),
  }));
}

/** Manifests name works by our id, or by another scheme as `isbn:…`, `doi:…`, `sha256:…`. */
function matchOf(scheme: string, value: string): [Match, string] {
  if (scheme === "url" || scheme === "url_prefix" || scheme === "work_id") return [scheme, value];
  return ["work_id", `${scheme}:${value}`];
}

/** True when the layer itself answers one of the uses asked for; a silent one leaves the row to wider terms. */
function takesStance(layer: Layer, request: ConsentRequest): boolean {
  const { terms } = layer;
  return terms !== null && request.uses.some((use) => terms.uses[use][request.weights].stance !== "unset");
}

/** The layers of one contributor and of the co-authors of their works. */
class Layers {
  constructor(
    private readonly special: Special,
    private readonly contents: Contents,
  ) {}

  work(workId: string, { wv, wc }: Author): Layer | null {
    return this.contents.layer({ kind: "work", workId }, wv ?? "", wc);
  }

  /** The contributor's own answer: the given work layers, the prefixes that cover an address, the handle, the person. */
  decideOwn(work: readonly Layer[], addresses: readonly string[], request: ConsentRequest): Decision {
    const { special, contents } = this;
    const covering = special.prefixes.filter(({ prefix }) => addresses.some((a) => a.startsWith(prefix)));
    const layers = present([
      ...work,
      ...covering.map(({ prefix, version, content }) =>
        contents.layer({ kind: "url_prefix", handleId: special.handle, prefix }, version, content),
      ),
      contents.layer({ kind: "handle", handleId: special.handle }, special.hv ?? "", special.hc),
      contents.layer({ kind: "person" }, special.pv ?? "", special.pc),
    ]);
    return evaluate(layers, request, choiceOf(special.cid, special.ch));
  }

  /** A co-author's answer: their terms for the work and for everything; the handle is not theirs. */
  decideOther(workId: string, author: Author, request: ConsentRequest): Decision {
    const person = this.contents.layer({ kind: "person" }, author.pv ?? "", author.pc);
    return evaluate(present([this.work(workId, author), person]), request, choiceOf(author.cid, author.ch));
  }
}
