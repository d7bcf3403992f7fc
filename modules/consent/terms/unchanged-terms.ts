import type { CommandContext } from "@/infra/verb/command";
import { refuseIfChanged } from "@/modules/audit/changed-meanwhile";
import { type ScopeVersions, scopeVersion } from "../domain/scope-version";
import type { TermsVersion } from "../repository/versions";
import { savedToWire } from "../wire";

/**
 * Refuses to save over terms of a scope that were written after the person saw them, also when what was written takes
 * effect later. `expects` is the older way to say what was seen: the id of the version in force.
 */
export function unchangedTerms(
  context: CommandContext,
  expects: string | null | undefined,
): (seen: ScopeVersions<TermsVersion>) => Promise<void> {
  return async (seen) => {
    const { current, scheduled } = seen;
    const isOlder = expects === undefined || expects === (current?.id ?? null);
    const isExpected = (version: string) => context.isExpected(version) && isOlder;
    const version = scopeVersion(seen);
    const newest = [current, ...scheduled].find((one) => one?.id === version) ?? null;
    await refuseIfChanged(
      { ...context, isExpected },
      {
        version,
        organisationId: null,
        last: async () => (newest === null ? null : { by: newest.createdBy, at: newest.createdAt }),
        current: () => ({
          version,
          inForce: current === null ? null : savedToWire(current),
          scheduled: scheduled.map(savedToWire),
        }),
      },
    );
  };
}
