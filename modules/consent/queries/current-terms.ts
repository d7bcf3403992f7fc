import { z } from "zod";
import { query } from "@/infra/query";
import { SCOPE_KINDS } from "../domain/scope";
import { personOf } from "../own-scope";
import { personVersions, scheduledVersions } from "../repository/versions";
import { TermsListShape } from "../schema";
import { ownScopes } from "../scope-labels";
import { versionToWire } from "../wire";

/** What a person's terms say now: every scope that ever had terms, and what is scheduled. */
export const currentTerms = query({
  name: "consent.current-terms",
  scope: "consent:read",
  input: z.object({
    scopeKind: z.enum(SCOPE_KINDS).optional(),
    scopeKey: z.string().max(2200).optional(),
  }),
  output: TermsListShape,
  async run({ actor, now }, { scopeKind, scopeKey }) {
    const personId = personOf(actor);
    const own = await ownScopes(personId, now);
    const asked = (version: { scope: { kind: string }; key: string }): boolean =>
      (scopeKind === undefined || version.scope.kind === scopeKind) &&
      (scopeKey === undefined || version.key === scopeKey);
    return {
      items: (await personVersions(personId, now)).filter(asked).map((v) => versionToWire(v, own)),
      scheduled: (await scheduledVersions(personId, now)).filter(asked).map((v) => versionToWire(v, own)),
    };
  },
});
