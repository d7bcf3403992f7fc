import { z } from "zod";
import { query } from "@/infra/verb/query";
import { SCOPE_KINDS } from "../domain/scope";
import { scopeVersion } from "../domain/scope-version";
import { personVersions, scheduledVersions, type TermsVersion } from "../repository/versions";
import { TermsListShape } from "../schema";
import { personWithTerms } from "../terms/own-scope";
import { ownScopes } from "../terms/scope-labels";
import { versionToWire } from "../wire";

/** What a person's terms say now: every scope that ever had terms, and what is scheduled. */
export const currentTerms = query({
  name: "consent.current-terms",
  scope: "consent:read",
  shows: "terms",
  input: z.object({
    scopeKind: z.enum(SCOPE_KINDS).optional(),
    scopeKey: z.string().max(2200).optional(),
  }),
  output: TermsListShape,
  async run({ actor, now }, { scopeKind, scopeKey }) {
    const personId = personWithTerms(actor);
    const own = await ownScopes(personId, now);
    const asked = (version: { scope: { kind: string }; key: string }): boolean =>
      (scopeKind === undefined || version.scope.kind === scopeKind) &&
      (scopeKey === undefined || version.key === scopeKey);
    const [versions, later] = [await personVersions(personId, now), await scheduledVersions(personId, now)];
    const listed = (v: TermsVersion) => {
      const isOfScope = (other: TermsVersion) => other.scope.kind === v.scope.kind && other.key === v.key;
      const current = versions.find(isOfScope) ?? null;
      return {
        ...versionToWire(v, own),
        version: scopeVersion({ current, scheduled: later.filter(isOfScope) }),
      };
    };
    return { items: versions.filter(asked).map(listed), scheduled: later.filter(asked).map(listed) };
  },
});
