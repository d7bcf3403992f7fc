import { z } from "zod";
import { query } from "@/infra/verb/query";
import { DomainError } from "@/kernel/errors";
import { breadth, scopeKey, type TermsScope } from "../domain/scope";
import { scopeVersion } from "../domain/scope-version";
import { personVersions, scheduledVersions, type TermsVersion } from "../repository/versions";
import { TermsEditorShape } from "../schema";
import { layersFor } from "../terms/evaluate-for-person";
import { ownScope, personWithTerms } from "../terms/own-scope";
import { aboutScope, type OwnScopes, ownScopes } from "../terms/scope-labels";
import { versionToWire } from "../wire";

/** Everything the editor needs: each scope a person may set terms for, what it says, and what holds where it is silent. */
export const termsEditor = query({
  name: "consent.terms-editor",
  scope: "consent:read",
  input: z.object({
    /** A prefix that has no terms yet, to be offered as a scope too. */
    handleId: z.string().max(100).optional(),
    prefix: z.string().max(2000).optional(),
  }),
  output: TermsEditorShape,
  async run({ actor, now }, { handleId, prefix }) {
    const personId = personWithTerms(actor);
    const own = await ownScopes(personId, now);
    const added = await addedPrefix(personId, handleId, prefix, now);
    const versions = await personVersions(personId, now);
    const scheduled = await scheduledVersions(personId, now);
    const scopes = editableScopes(own, [...versions, ...scheduled], added.scope);
    return {
      added: added.scope === null ? null : scopeKey(added.scope, personId),
      prefixFault: added.fault,
      scopes: scopes.map(({ scope, disputed }) => {
        const key = scopeKey(scope, personId);
        const isThis = (v: TermsVersion): boolean => v.scope.kind === scope.kind && v.key === key;
        const version = versions.find(isThis);
        const later = scheduled.filter(isThis);
        const wider = layersFor(versions, scope)
          .filter((layer) => breadth(layer.scope) > breadth(scope))
          .sort((a, b) => breadth(a.scope) - breadth(b.scope));
        return {
          scope,
          key,
          about: aboutScope(scope, own),
          disputed,
          version: version === undefined ? null : versionToWire(version, own),
          scheduled: later.map((v) => versionToWire(v, own)),
          scopeVersion: scopeVersion({ current: version ?? null, scheduled: later }),
          wider: wider.map((layer) => {
            const of = versions.find((v) => v.id === layer.termsVersionId);
            return { terms: of === undefined ? null : versionToWire(of, own).terms };
          }),
        };
      }),
    };
  },
});

type Editable = Readonly<{ scope: TermsScope; disputed: boolean }>;
type PrefixFault = z.input<typeof TermsEditorShape>["prefixFault"];

/** The prefix a person asks to set terms for, or what is wrong with it. */
async function addedPrefix(
  personId: string,
  handleId: string | undefined,
  prefix: string | undefined,
  now: Date,
): Promise<{ scope: TermsScope | null; fault: PrefixFault }> {
  if (handleId === undefined || prefix === undefined) return { scope: null, fault: null };
  try {
    const scope = await ownScope(personId, { kind: "url_prefix", handleId, prefix }, now);
    return { scope, fault: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { problem, host } = error.detail;
    const known = TermsEditorShape.shape.prefixFault.safeParse({ problem, host: host ?? null });
    return { scope: null, fault: known.success ? known.data : { problem: "not_yours", host: null } };
  }
}

/** What is the person's now, wide to narrow, and the prefixes that already have terms. */
function editableScopes(
  own: OwnScopes,
  versions: readonly TermsVersion[],
  added: TermsScope | null,
): readonly Editable[] {
  const prefixes = new Map<string, Editable>();
  for (const scope of [...versions.map((version) => version.scope), ...(added === null ? [] : [added])]) {
    if (scope.kind !== "url_prefix") continue;
    const key = scopeKey(scope, "");
    const handle = own.handles.find((held) => held.handleId === scope.handleId);
    if (handle !== undefined) prefixes.set(key, { scope, disputed: handle.disputed });
  }
  return [
    { scope: { kind: "person" }, disputed: false },
    ...own.handles.map(
      (handle): Editable => ({
        scope: { kind: "handle", handleId: handle.handleId },
        disputed: handle.disputed,
      }),
    ),
    ...prefixes.values(),
    ...own.works.map(
      (work): Editable => ({
        scope: { kind: "work", workId: work.workId },
        disputed: false,
      }),
    ),
  ];
}
