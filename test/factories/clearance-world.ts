import fc from "fast-check";
import { type Item, keysOf, matching } from "@/modules/clearance/domain/narrowest";
import type { ItemStatus } from "@/modules/clearance/domain/verdict";
import { combineAuthors, type Decision, evaluate, type Layer } from "@/modules/consent/domain/evaluate";
import { type Author, type LayerOf, recognisedBy, type Special } from "@/modules/consent/domain/narrower";
import type { ConsentRequest } from "@/modules/consent/domain/request";
import { prefixCovers, type TermsScope } from "@/modules/consent/domain/scope";
import { allow, type Cell, DENY, SILENT_TERMS, type Terms, UNSET } from "@/modules/consent/domain/terms";

/** People with one handle each, their terms at every scope, works of one or several: for tests of what a row falls under. */
export const NAMES = ["ann", "ben", "cy"] as const;
export type Name = string;

export const REQUEST: ConsentRequest = {
  uses: ["pretraining", "evaluation"],
  buyerId: "org_lab",
  buyerName: "Example Lab",
  weights: "closed",
  purpose: "research",
  attribution: true,
  distillation: false,
  currency: "USD",
  at: new Date("2026-06-01T00:00:00Z"),
};

export type Says = Readonly<{ pretraining?: Cell; evaluation?: Cell }>;
export const YES: Says = { pretraining: allow(0n), evaluation: allow(0n) };
export const NO: Says = { pretraining: DENY, evaluation: DENY };

type WorldWork = Readonly<{
  authors: readonly Name[];
  identifiers: readonly Readonly<{ scheme: string; value: string }>[];
  terms: Readonly<Partial<Record<Name, Says>>>;
}>;
export type World = Readonly<{
  /** Who lives in it; NAMES when left out. Nobody whose name begins with "cy" has proved their handle. */
  names?: readonly Name[];
  people: Readonly<Partial<Record<Name, Says>>>;
  handles: Readonly<Partial<Record<Name, Says>>>;
  prefixes: readonly Readonly<{ who: Name; prefix: string; terms: Says }>[];
  works: readonly WorldWork[];
  objects: readonly Name[];
}>;
export type Row = Readonly<Item & { tokens: bigint; status: ItemStatus }>;

const HEX = "ab".repeat(32);
const arbCell = fc.constantFrom(UNSET, UNSET, DENY, allow(0n), allow(1n), allow(2n));
const arbSays: fc.Arbitrary<Says> = fc.record({ pretraining: arbCell, evaluation: arbCell });
const arbByName = (freq: number) =>
  fc
    .tuple(...NAMES.map(() => fc.option(arbSays, { freq })))
    .map((all) => Object.fromEntries(NAMES.flatMap((name, i) => (all[i] ? [[name, all[i]]] : []))));

export const arbWorld: fc.Arbitrary<World> = fc.record({
  people: arbByName(3),
  handles: arbByName(3),
  prefixes: fc.uniqueArray(
    fc.record({
      who: fc.constantFrom(...NAMES),
      prefix: fc.constantFrom(
        "https://f.example/",
        "https://f.example/a/",
        "http://f.example/a/",
        "https://f.example/a/b/",
        "https://f.example/%61/b/2/",
      ),
      terms: arbSays,
    }),
    { maxLength: 5, size: "max", selector: ({ who, prefix }) => `${who} ${prefix}` },
  ),
  works: fc.array(
    fc.record({
      authors: fc.subarray([...NAMES], { minLength: 1 }),
      identifiers: fc.subarray(
        [
          { scheme: "url", value: "https://f.example/a/1" },
          { scheme: "url", value: "http://f.example/a/b/2" },
          { scheme: "url_prefix", value: "https://f.example/a/" },
          { scheme: "url_prefix", value: "https://f.example/a/1" },
          { scheme: "url_prefix", value: "http://f.example/a/b" },
          { scheme: "isbn", value: "9780804429573" },
          { scheme: "doi", value: "10.1000/abc" },
          { scheme: "sha256", value: HEX },
        ],
        { minLength: 1, maxLength: 4 },
      ),
      terms: arbByName(3),
    }),
    { maxLength: 4, size: "max" },
  ),
  objects: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.subarray([...NAMES])),
});

const arbAddress = fc.constantFrom(
  "https://f.example/a/1",
  "HTTPS://F.example:443/x/../%61/1",
  "http://f.example/a/1?p=2#end",
  "https://f.example/a/10",
  "https://f.example/a",
  "https://f.example/a/b/2",
  "http://F.example/a/b/./2",
  "https://f.example/a/b/2/more",
  "https://f.example/a/../c/3",
  "https://other.example/a/1",
);
export const arbRow: fc.Arbitrary<Row> = fc.record({
  contributor: fc.option(fc.constantFrom(...NAMES, "nobody"), { freq: 6 }),
  url: fc.option(arbAddress, { freq: 3 }),
  contentId: fc.option(fc.oneof(arbAddress, fc.constantFrom("t3_abc", "t1:abc")), { freq: 2 }),
  workId: fc.option(
    fc.constantFrom(
      ...[
        "wrk_0",
        "wrk_1",
        "978-0-8044-2957-3",
        "ISBN:080442957X",
        "10.1000/ABC",
        HEX.toUpperCase(),
        "story-1",
      ],
    ),
    { freq: 2 },
  ),
  tokens: fc.bigInt(0n, 500n),
  status: fc.constantFrom<ItemStatus>("live", "live", "live", "removed", "deleted"),
});

export const namesOf = (world: World): readonly Name[] => world.names ?? NAMES;

/** Several worlds as one: everybody's name gets its world's number, and nobody has anything to do with another world. */
export function joined(worlds: readonly World[]): World {
  const renamed = (by: Readonly<Partial<Record<Name, Says>>>, at: number) =>
    Object.fromEntries(Object.entries(by).map(([name, says]) => [numbered(name, at), says]));
  return {
    names: worlds.flatMap((world, at) => namesOf(world).map((name) => numbered(name, at))),
    people: Object.assign({}, ...worlds.map(({ people }, at) => renamed(people, at))),
    handles: Object.assign({}, ...worlds.map(({ handles }, at) => renamed(handles, at))),
    prefixes: worlds.flatMap(({ prefixes }, at) =>
      prefixes.map((prefix) => ({ ...prefix, who: numbered(prefix.who, at) })),
    ),
    works: worlds.flatMap(({ works }, at) =>
      works.map(({ authors, identifiers, terms }) => ({
        authors: authors.map((name) => numbered(name, at)),
        identifiers,
        terms: renamed(terms, at),
      })),
    ),
    objects: worlds.flatMap(({ objects }, at) => objects.map((name) => numbered(name, at))),
  };
}

/** A name of the world of this number among several. */
export const numbered = (name: Name, at: number): Name => `${name}${at}`;

/** The world as a freeze reads it: terms by short names, and what each contributor's items may be decided by. */
export function readWorld(world: World) {
  const kept: Terms[] = [];
  const keep = (says: Says | undefined): number => {
    if (says === undefined) return -1;
    const use = (cell: Cell = UNSET) => ({ ...SILENT_TERMS.uses.pretraining, closed: cell });
    kept.push({
      currency: "USD",
      uses: {
        ...SILENT_TERMS.uses,
        pretraining: use(says.pretraining),
        evaluation: use(says.evaluation),
      },
    });
    return kept.length;
  };
  const layer: LayerOf = (scope, termsVersionId, seq) =>
    seq < 0 ? null : { scope, termsVersionId, terms: kept[seq - 1] ?? null };
  const names = namesOf(world);
  const people = new Map(
    names.map((name) => {
      const objects = world.objects.includes(name);
      const general = { pv: `trm_p_${name}`, pc: keep(world.people[name]) };
      return [
        name,
        {
          person: `per_${name}`,
          ...general,
          cid: objects ? `dch_${name}` : null,
          ch: objects ? "object" : "",
        },
      ];
    }),
  );
  const author = (name: Name, work: number, terms: Says | undefined): Author => {
    const general = people.get(name);
    if (general === undefined) throw new Error(`no ${name}`);
    return { ...general, wv: `trm_w${work}_${name}`, wc: keep(terms) };
  };
  const works = world.works.map(({ authors, identifiers, terms }, i) => ({
    names: authors,
    work: `wrk_${i}`,
    authors: authors.map((name) => author(name, i, terms[name])),
    matchers: [...identifiers, { scheme: "work_id", value: `wrk_${i}` }],
  }));
  const specials = new Map<Name, Special>(
    names.map((name) => {
      const { wv: _, wc: __, ...general } = author(name, -1, undefined);
      const prefixes = world.prefixes.flatMap(({ who, prefix, terms }, i) =>
        who === name ? [{ prefix, version: `trm_x${i}`, content: keep(terms) }] : [],
      );
      const mine = works.filter(({ names }) => names.includes(name)).map(({ names: ___, ...work }) => work);
      const handle = { handle: `hdl_${name}`, hv: `trm_h_${name}`, hc: keep(world.handles[name]) };
      return [name, { ...general, ...handle, prefixes, works: mine }];
    }),
  );
  return { specials, layer };
}

/** What a row's people answer, told from the world itself: which works are there, whose, and every word they said. */
export function answerInWorld(world: World, row: Item & { contributor: Name }): Decision {
  const { specials, layer } = readWorld(world);
  const keys = keysOf(row, null);
  const address = keys.url ?? keys.content;
  const works = world.works.flatMap((work, i) => {
    if (!work.authors.includes(row.contributor)) return [];
    const matchers = [...work.identifiers, { scheme: "work_id", value: `wrk_${i}` }].map(
      ({ scheme, value }) => {
        const { kind, value: matchValue } = recognisedBy(scheme, value);
        return { contributor: row.contributor, matchKind: kind, matchValue };
      },
    );
    return matching(row.contributor, keys, matchers).length > 0 ? [`wrk_${i}`] : [];
  });
  const about = (name: Name): Decision => {
    const special = specials.get(name);
    if (special === undefined) throw new Error(`no ${name}`);
    const own = name === row.contributor;
    const layers: (Layer | null)[] = special.works
      .filter(({ work }) => works.includes(work))
      .map(({ work, authors }) => {
        const mine = authors.find(({ person }) => person === special.person);
        return layer({ kind: "work", workId: work }, mine?.wv ?? "", mine?.wc ?? -1);
      });
    const add = (scope: TermsScope, version: string | null, seq: number) =>
      layers.push(layer(scope, version ?? "", seq));
    for (const { prefix, version, content } of own ? special.prefixes : [])
      if (address !== null && prefixCovers(prefix, address))
        add({ kind: "url_prefix", handleId: special.handle, prefix }, version, content);
    if (own) add({ kind: "handle", handleId: special.handle }, special.hv, special.hc);
    add({ kind: "person" }, special.pv, special.pc);
    const choice = special.cid === null ? null : { id: special.cid, choice: "object" as const };
    return evaluate(
      layers.flatMap((one) => one ?? []),
      REQUEST,
      choice,
    );
  };
  const concerned = NAMES.filter(
    (name) =>
      name === row.contributor ||
      world.works.some((w, i) => works.includes(`wrk_${i}`) && w.authors.includes(name)),
  );
  return combineAuthors(concerned.map(about));
}
