import { combineAuthors, type DealChoice, type Decision, evaluate, type Layer } from "../domain/evaluate";
import { recognisedBy } from "../domain/narrower";
import type { ConsentRequest } from "../domain/request";
import { prefixCovers, scopeKey, type TermsScope } from "../domain/scope";
import type { Terms } from "../domain/terms";
import { choicesAsOf } from "../repository/choices";
import { handlesHeld, handlesHeldAt, type OwnHandle, type OwnWork, worksHeld } from "../repository/scopes";
import { personVersions, personVersionsAt, type TermsVersion } from "../repository/versions";

export type HandleDecision = Readonly<{
  handleId: string;
  name: string;
  disputed: boolean;
  decision: Decision;
}>;

export type Asked = Readonly<{ platformId: string; dealId: string | null; request: ConsentRequest }>;

/**
 * What each of a person's handles at a platform answers to a request, as of `request.at`, their answer to the deal
 * included. Row-level terms (works, URL prefixes) may still decide otherwise for single rows: see freeze-consent.
 */
export async function evaluateForPerson(
  about: Asked & Readonly<{ personId: string }>,
): Promise<readonly HandleDecision[]> {
  const [decisions = []] = await evaluateAllForPerson(about.personId, [about]);
  return decisions;
}

/** The same for several requests, in their order: four queries, however many are asked. */
export async function evaluateAllForPerson(
  personId: string,
  asked: readonly Asked[],
): Promise<readonly (readonly HandleDecision[])[]> {
  if (asked.length === 0) return [];
  const instants = asked.map(({ request }) => request.at);
  const [handles, versions, choices] = await Promise.all([
    handlesHeldAt(personId, instants),
    personVersionsAt(personId, instants),
    choicesAsOf(
      personId,
      asked.flatMap(({ dealId, request }) => (dealId === null ? [] : [{ dealId, at: request.at }])),
    ),
  ]);
  return asked.map(({ platformId, dealId, request }) => {
    const at = request.at.getTime();
    const choice: DealChoice | null = dealId === null ? null : (choices.get(dealId) ?? null);
    const own = (handles.get(at) ?? []).filter((handle) => handle.platformId === platformId);
    return own.map(({ handleId, name, disputed }) => ({
      handleId,
      name,
      disputed,
      decision: evaluate(layersFor(versions.get(at) ?? [], { kind: "handle", handleId }), request, choice),
    }));
  });
}

/** Terms to try in place of what is saved for their scope; `terms` null: as if they were withdrawn. */
export type TriedTerms = Readonly<{ scope: TermsScope; terms: Terms | null }>;

export type Tried = Readonly<{
  /** The handle asked about; null when the tried terms are about one address, which then is asked about itself. */
  handleId: string | null;
  before: Decision;
  after: Decision;
}>;

/**
 * The answers to requests now, before and after saving other terms for one scope. Evaluates each of the person's handles at
 * the platform that the scope covers, the work's items of each handle, or the one address; a work by this person's terms
 * alone. In the order of `asked`.
 */
export async function tryTermsForPerson(
  personId: string,
  asked: readonly Asked[],
  { scope, terms, at }: TriedTerms & Readonly<{ at: Date }>,
): Promise<readonly (readonly Tried[])[]> {
  const [handles, works, saved, choices] = await Promise.all([
    handlesHeld(personId, at),
    worksHeld(personId, at),
    personVersions(personId, at),
    choicesAsOf(
      personId,
      asked.flatMap(({ dealId }) => (dealId === null ? [] : [{ dealId, at }])),
    ),
  ]);
  const key = scopeKey(scope, personId);
  const kept = saved.filter((version) => version.scope.kind !== scope.kind || version.key !== key);
  return asked.map(({ platformId, dealId, request }) => {
    const choice = dealId === null ? null : (choices.get(dealId) ?? null);
    const here = handles.filter((handle) => handle.platformId === platformId);
    return subjectsOf(scope, here, works).map(({ handleId, items }): Tried => {
      const answer = (layers: (item: Item) => readonly Layer[]): Decision =>
        combineAuthors(items.map((item) => evaluate(layers(item), request, choice)));
      const tried: Layer = { scope, termsVersionId: "draft", terms };
      return {
        handleId,
        before: answer((item) => layersFor(saved, item)),
        after: answer((item) => [...(covers(scope, item) ? [tried] : []), ...layersFor(kept, item)]),
      };
    });
  });
}

/** What terms speak about: all of a scope, or one handle's items of a work at one of its addresses (null: it has none). */
type Item =
  | TermsScope
  | Readonly<{ kind: "work_at"; workId: string; handleId: string; address: string | null }>;

/** Whose answer the terms of a scope can change at one platform; several items are answered as strictly as the strictest. */
function subjectsOf(
  scope: TermsScope,
  here: readonly OwnHandle[],
  works: readonly OwnWork[],
): readonly Readonly<{ handleId: string | null; items: readonly Item[] }>[] {
  switch (scope.kind) {
    case "person":
      return here.map(({ handleId }) => ({ handleId, items: [{ kind: "handle", handleId }] }));
    case "handle":
      return here.some(({ handleId }) => handleId === scope.handleId)
        ? [{ handleId: scope.handleId, items: [scope] }]
        : [];
    case "url_prefix":
      return here.some(({ handleId }) => handleId === scope.handleId)
        ? [{ handleId: null, items: [scope] }]
        : [];
    case "work": {
      const { workId } = scope;
      const addresses = works
        .filter((work) => work.workId === workId && work.scheme.startsWith("url"))
        .map(({ scheme, value }) => recognisedBy(scheme, value).value);
      return here.map(({ handleId }) => ({
        handleId,
        items: (addresses.length === 0 ? [null] : addresses).map(
          (address): Item => ({ kind: "work_at", workId, handleId, address }),
        ),
      }));
    }
  }
}

/** Of a person's versions in force those that speak about an item: its own scope and everything wider. */
export function layersFor(versions: readonly TermsVersion[], item: Item): Layer[] {
  return versions
    .filter((version) => covers(version.scope, item))
    .map(({ scope: of, id, terms }) => ({ scope: of, termsVersionId: id, terms }));
}

function covers(wider: TermsScope, item: Item): boolean {
  switch (wider.kind) {
    case "person":
      return true;
    case "handle":
      return "handleId" in item && item.handleId === wider.handleId;
    case "url_prefix": {
      if (!("handleId" in item) || item.handleId !== wider.handleId || item.kind === "handle") return false;
      const address = item.kind === "work_at" ? item.address : recognisedBy(item.kind, item.prefix).value;
      return address !== null && prefixCovers(wider.prefix, address);
    }
    case "work":
      return "workId" in item && item.workId === wider.workId;
  }
}
