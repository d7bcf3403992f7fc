import { assert } from "@/kernel/assert";
import { addressKey, prefixKey } from "@/modules/handles/domain/address";
import { workName } from "@/modules/works/domain/identifier";
import { combineAuthors, type DealChoice, type Decision, evaluate, type Layer } from "./evaluate";
import type { ConsentRequest } from "./request";
import type { TermsScope } from "./scope";

/** An author of a work: version and content of their terms for it (`wv`, `wc`) and for everything, their answer to the deal. */
export type Author = Readonly<{
  person: string;
  wv: string | null;
  wc: number;
  pv: string | null;
  pc: number;
  cid: string | null;
  ch: string;
}>;
type AuthoredWork = Readonly<{ work: string; authors: readonly Author[] }>;
type Prefix = Readonly<{ prefix: string; version: string; content: number }>;

/** One contributor's terms, and those of the people they share works with: all that any of their items is decided by. */
export type Voices = Readonly<{
  person: string;
  handle: string;
  hv: string | null;
  hc: number;
  pv: string | null;
  pc: number;
  cid: string | null;
  ch: string;
  prefixes: readonly Prefix[];
  works: readonly AuthoredWork[];
}>;

/** The same with what the works are recognised by. */
export type Special = Omit<Voices, "works"> &
  Readonly<{ works: readonly (AuthoredWork & Readonly<{ matchers: readonly Matcher[] }>)[] }>;
type Matcher = Readonly<{ scheme: string; value: string }>;

export type MatchKind = "url" | "url_prefix" | "work_id";
/** Items that match fall under the narrower scope: a work by its id, a prefix by its key and a slash. */
export type Recognised = Readonly<{ kind: MatchKind; value: string; scope: string }>;

/** The terms of a scope by version and short name of their content; null when it never had any. */
export type LayerOf = (scope: TermsScope, versionId: string, content: number) => Layer | null;

/**
 * Of a contributor's narrower scopes those that can change an answer to this request (a prefix or work that takes a stance, a
 * work of several), and by what their items are recognised.
 */
export function tellingOf(
  special: Special,
  request: ConsentRequest,
  layerOf: LayerOf,
): Readonly<{ recognised: readonly Recognised[]; voices: Voices }> {
  const speaks = (layer: Layer | null): boolean => layer !== null && takesStance(layer, request);
  const prefixes = special.prefixes.filter((prefix) => speaks(prefixLayer(special, prefix, layerOf)));
  const works = special.works.filter(
    ({ work, authors }) =>
      authors.length > 1 || authors.some((author) => speaks(workLayer(work, author, layerOf))),
  );
  const recognised: Recognised[] = [
    ...prefixes.map(({ prefix }) => {
      const value = keyOfPrefix(prefix);
      return { kind: "url_prefix" as const, value, scope: `${value}/` };
    }),
    ...works.flatMap(({ work, matchers }) =>
      matchers.map(({ scheme, value }) => ({ ...recognisedBy(scheme, value), scope: work })),
    ),
  ];
  const voices = { ...special, prefixes, works: works.map(({ work, authors }) => ({ work, authors })) };
  return { recognised, voices };
}

/** What a manifest's row must say to be of the identifier: works go by our id, or as `isbn:…`, `doi:…`, `sha256:…`. */
export function recognisedBy(scheme: string, value: string): Readonly<{ kind: MatchKind; value: string }> {
  switch (scheme) {
    case "url":
      return { kind: "url", value: addressKey(value) ?? value };
    case "url_prefix":
      return { kind: "url_prefix", value: keyOfPrefix(value) };
    case "work_id":
      return { kind: "work_id", value };
    default:
      // Through the same reading as a row's, so that what was kept in an older canonical form is recognised too.
      return { kind: "work_id", value: workName(`${scheme}:${value}`, null).keys[0] ?? value };
  }
}

const keyOfPrefix = (prefix: string): string => prefixKey(prefix) ?? prefix;

/**
 * The answer about an item that falls under all of these scopes. The contributor and the authors of those works each answer
 * by all their own terms that reach the item: works before prefixes before the handle before the person, for every use. The
 * item then needs the yes of each of them. A co-author's handle and prefixes say nothing about another author's item.
 */
export function answerOf(
  voices: Voices,
  scopes: ReadonlySet<string>,
  request: ConsentRequest,
  layerOf: LayerOf,
): Decision {
  const works = voices.works.filter(({ work }) => scopes.has(work));
  const prefixes = voices.prefixes.filter(({ prefix }) => scopes.has(`${keyOfPrefix(prefix)}/`));
  const own = [
    ...prefixes.map((prefix) => prefixLayer(voices, prefix, layerOf)),
    layerOf({ kind: "handle", handleId: voices.handle }, voices.hv ?? "", voices.hc),
  ];
  const people = new Map<string, Pick<Author, "person" | "pv" | "pc" | "cid" | "ch">>();
  for (const one of [voices, ...works.flatMap(({ authors }) => authors)]) people.set(one.person, one);
  const decisions = [...people.values()]
    .sort((a, b) => (a.person < b.person ? -1 : 1))
    .map(({ person, pv, pc, cid, ch }) => {
      const ofWorks = works.flatMap(({ work, authors }) =>
        authors
          .filter((author) => author.person === person)
          .map((author) => workLayer(work, author, layerOf)),
      );
      const layers = [
        ...ofWorks,
        ...(person === voices.person ? own : []),
        layerOf({ kind: "person" }, pv ?? "", pc),
      ];
      return evaluate(present(layers), request, choiceOf(cid, ch));
    });
  return combineAuthors(decisions);
}

const workLayer = (workId: string, { wv, wc }: Author, layerOf: LayerOf): Layer | null =>
  layerOf({ kind: "work", workId }, wv ?? "", wc);

const prefixLayer = (
  { handle }: Pick<Voices, "handle">,
  { prefix, version, content }: Prefix,
  layerOf: LayerOf,
): Layer | null => layerOf({ kind: "url_prefix", handleId: handle, prefix }, version, content);

/** True when the layer itself answers one of the uses asked for; a silent one leaves the row to wider terms. */
function takesStance({ terms }: Layer, request: ConsentRequest): boolean {
  return terms !== null && request.uses.some((use) => terms.uses[use][request.weights].stance !== "unset");
}

/** A person's answer to the deal as the freeze reads it: an empty choice is none. */
export function choiceOf(id: string | null, choice: string): DealChoice | null {
  if (id === null || choice === "") return null;
  assert(choice === "object" || choice === "join" || choice === "neutral", `a known choice, not ${choice}`);
  return { id, choice };
}

/** The layers that are there. */
export const present = (layers: readonly (Layer | null)[]): Layer[] =>
  layers.filter((layer) => layer !== null);
