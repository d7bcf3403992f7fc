import { db, type Tx } from "@/infra/db/db";
import type { DomainEvent } from "@/infra/events/events";
import { END_OF_TIME } from "@/kernel/time";
import type { TermsScope } from "../domain/scope";
import { personVersions, scopeVersions } from "../repository/versions";
import { saveVersion } from "./save-version";

/**
 * Takes back every word a person has said, at every scope, and what was scheduled for later: from now on they say nothing.
 * What was said before stays, as evidence of what was licensed then.
 */
export async function withdrawEverything(
  tx: Tx,
  { personId, now, by }: Readonly<{ personId: string; now: Date; by: string }>,
): Promise<readonly DomainEvent[]> {
  const events: DomainEvent[] = [];
  for (const scope of await speakingScopes(tx, personId, now)) {
    const saving = { personId, scope, terms: null, effectiveFrom: null, note: null, now, by };
    events.push(...(await saveVersion(tx, saving)).events);
  }
  return events;
}

/** For how many scopes a person's terms say something now, or will. */
export async function countTerms(personId: string, now: Date): Promise<number> {
  return (await speakingScopes(db, personId, now)).length;
}

async function speakingScopes(
  tx: Pick<Tx, "prisma">,
  personId: string,
  now: Date,
): Promise<readonly TermsScope[]> {
  const speaking: TermsScope[] = [];
  for (const { scope } of await personVersions(personId, END_OF_TIME, tx)) {
    const { current, scheduled } = await scopeVersions(tx, personId, scope, now);
    if ((current?.terms ?? null) !== null || scheduled.some(({ terms }) => terms !== null))
      speaking.push(scope);
  }
  return speaking;
}
