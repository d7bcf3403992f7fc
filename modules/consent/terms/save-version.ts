import type { Tx } from "@/infra/db/db";
import type { DomainEvent } from "@/infra/events/events";
import { DomainError } from "@/kernel/errors";
import type { TermsScope } from "../domain/scope";
import { type ScopeVersions, scopeVersion } from "../domain/scope-version";
import type { Terms } from "../domain/terms";
import { ConsentEvents } from "../events";
import {
  addVersion,
  lockScope,
  scopeVersions,
  storeContent,
  type TermsVersion,
} from "../repository/versions";
import { afterWatermark, holdWatermark } from "../repository/watermark";

type Saving = Readonly<{
  personId: string;
  scope: TermsScope;
  terms: Terms | null;
  effectiveFrom: Date | null;
  note: string | null;
  /** Refuses when the scope was written to since the person saw it; called under its lock. */
  refuseIfChanged?: (seen: ScopeVersions<TermsVersion>) => Promise<void>;
  now: Date;
  by: string;
}>;

/**
 * Adds a version to a scope: what is saved holds from then on, so versions scheduled for later are replaced too.
 * Saving what is already in force adds nothing. Refuses a past start, and an edit of something that changed meanwhile.
 */
export async function saveVersion(
  tx: Tx,
  saving: Saving,
): Promise<{ version: TermsVersion; newest: string; events: readonly DomainEvent[] }> {
  const { personId, scope, now, by } = saving;
  if (saving.effectiveFrom !== null && saving.effectiveFrom < now) throw startsInPast();
  await lockScope(tx, personId, scope);
  const watermark = await holdWatermark(tx);
  const effectiveFrom = afterWatermark(saving.effectiveFrom ?? now, watermark);
  const seen = await scopeVersions(tx, personId, scope, now);
  await saving.refuseIfChanged?.(seen);
  const { current, scheduled } = await scopeVersions(tx, personId, scope, effectiveFrom);
  const contentSeq = await storeContent(tx, saving.terms, now);
  const later = scheduled.filter((version) => version.contentSeq !== contentSeq);
  if (current !== null && current.contentSeq === contentSeq && later.length === 0)
    return { version: current, newest: scopeVersion(seen), events: [] };
  // Ids order versions of one instant, and they carry a time: each version gets a later one than all before it.
  const written = [seen.current, current, ...scheduled].map((version) => version?.createdAt.getTime() ?? 0);
  const createdAt = new Date(Math.max(now.getTime(), Math.max(...written) + 1));
  const start = new Date(Math.max(effectiveFrom.getTime(), createdAt.getTime()));
  const base = { personId, scope, contentSeq, note: saving.note, createdAt, createdBy: by };
  const id = await addVersion(tx, { ...base, effectiveFrom: start });
  const ids = [id];
  for (const version of later)
    ids.push(await addVersion(tx, { ...base, effectiveFrom: version.effectiveFrom }));
  const saved = { ...base, id, effectiveFrom: start, key: "", terms: saving.terms };
  const newest = scopeVersion({ current: null, scheduled: ids.map((one) => ({ id: one })) });
  return { version: saved, newest, events: [changed(saving, id, start)] };
}

function changed(saving: Saving, termsVersionId: string, effectiveFrom: Date): DomainEvent {
  const happened = saving.terms === null ? ConsentEvents.withdrawn : ConsentEvents.changed;
  return happened({
    termsVersionId,
    personId: saving.personId,
    scopeKind: saving.scope.kind,
    effectiveFrom: effectiveFrom.toISOString(),
  });
}

const startsInPast = (): DomainError =>
  new DomainError(
    "TERMS_EFFECTIVE_IN_PAST",
    "Terms cannot start in the past. Decisions under the old terms stay as they are.",
    { faults: [{ path: "effectiveFrom", message: "Choose a time that is not in the past." }] },
  );
