import { type DealChoice, type Decision, evaluate, type Layer } from "./domain/evaluate";
import type { ConsentRequest } from "./domain/request";
import type { TermsScope } from "./domain/scope";
import { choicesOf } from "./repository/choices";
import { handlesHeld } from "./repository/scopes";
import { personVersions, type TermsVersion } from "./repository/versions";

export type HandleDecision = Readonly<{
  handleId: string;
  name: string;
  disputed: boolean;
  decision: Decision;
}>;

/**
 * What each of a person's handles at a platform answers to a request, as of `request.at`, their answer to the deal
 * included. Row-level terms (works, URL prefixes) may still decide otherwise for single rows: see freeze-consent.
 */
export async function evaluateForPerson(
  about: Readonly<{ personId: string; platformId: string; dealId: string | null; request: ConsentRequest }>,
): Promise<readonly HandleDecision[]> {
  const { personId, platformId, dealId, request } = about;
  const handles = (await handlesHeld(personId, request.at)).filter((h) => h.platformId === platformId);
  const versions = await personVersions(personId, request.at);
  const choice: DealChoice | null =
    dealId === null ? null : ((await choicesOf(personId, [dealId], request.at)).get(dealId) ?? null);
  return handles.map(({ handleId, name, disputed }) => ({
    handleId,
    name,
    disputed,
    decision: evaluate(layersFor(versions, { kind: "handle", handleId }), request, choice),
  }));
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
