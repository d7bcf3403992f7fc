import { type DealChoice, type Decision, evaluate, type Layer } from "./domain/evaluate";
import type { ConsentRequest } from "./domain/request";
import { scopeKey, type TermsScope } from "./domain/scope";
import type { Terms } from "./domain/terms";
import { choicesAsOf } from "./repository/choices";
import { handlesHeld, handlesHeldAt, type OwnHandle } from "./repository/scopes";
import { personVersions, personVersionsAt, type TermsVersion } from "./repository/versions";

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
  /** The handle asked about; null when the tried terms are about one address or work, which then is asked about itself. */
  handleId: string | null;
  before: Decision;
  after: Decision;
}>;

/**
 * What requests would be answered now, before and after other terms were saved for one scope: for each of the person's
 * handles at the platform that the scope covers, or for the one address or work the scope is. In the order asked.
 */
export async function tryTermsForPerson(
  personId: string,
  asked: readonly Asked[],
  { scope, terms, at }: TriedTerms & Readonly<{ at: Date }>,
): Promise<readonly (readonly Tried[])[]> {
  const [handles, saved, choices] = await Promise.all([
    handlesHeld(personId, at),
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
    return subjectsOf(scope, handles, platformId).map((subject): Tried => {
      const tried: Layer[] = covers(scope, subject) ? [{ scope, termsVersionId: "draft", terms }] : [];
      return {
        handleId: subject.kind === "handle" ? subject.handleId : null,
        before: evaluate(layersFor(saved, subject), request, choice),
        after: evaluate([...tried, ...layersFor(kept, subject)], request, choice),
      };
    });
  });
}

/** Whose answer the terms of a scope can change at one platform. */
function subjectsOf(
  scope: TermsScope,
  handles: readonly OwnHandle[],
  platformId: string,
): readonly TermsScope[] {
  const here = handles.filter((handle) => handle.platformId === platformId);
  switch (scope.kind) {
    case "person":
      return here.map(({ handleId }) => ({ kind: "handle", handleId }));
    case "handle":
    case "url_prefix":
      return here.some(({ handleId }) => handleId === scope.handleId) ? [scope] : [];
    case "work":
      return here.length > 0 ? [scope] : [];
  }
}

/** Of a person's versions in force those that speak about `scope`: itself and everything wider. */
export function layersFor(versions: readonly TermsVersion[], scope: TermsScope): Layer[] {
  return versions
    .filter((version) => covers(version.scope, scope))
    .map(({ scope: of, id, terms }) => ({ scope: of, termsVersionId: id, terms }));
}

function covers(wider: TermsScope, scope: TermsScope): boolean {
  switch (wider.kind) {
    case "person":
      return true;
    case "handle":
      return (scope.kind === "handle" || scope.kind === "url_prefix") && scope.handleId === wider.handleId;
    case "url_prefix":
      return (
        scope.kind === "url_prefix" &&
        scope.handleId === wider.handleId &&
        scope.prefix.startsWith(wider.prefix)
      );
    case "work":
      return scope.kind === "work" && scope.workId === wider.workId;
  }
}
