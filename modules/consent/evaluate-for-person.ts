import { type DealChoice, type Decision, evaluate, type Layer } from "./domain/evaluate";
import type { ConsentRequest } from "./domain/request";
import type { TermsScope } from "./domain/scope";
import { choicesAsOf } from "./repository/choices";
import { handlesHeldAt } from "./repository/scopes";
import { personVersionsAt, type TermsVersion } from "./repository/versions";

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
