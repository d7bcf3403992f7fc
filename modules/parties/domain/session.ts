import { LIMITS } from "@/kernel/limits";

const DAY_MS = 24 * 60 * 60_000;

export type Session = Readonly<{
  id: string;
  personId: string;
  expires: Date;
  signedInAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
}>;

/** A session that begins with a proof given at `now`. It ends `LIMITS.sessionDays` later; only a new proof makes another. */
export function newSession(
  facts: Readonly<{ id: string; personId: string; userAgent: string | null }>,
  now: Date,
): Session {
  return {
    ...{ id: facts.id, personId: facts.personId, userAgent: facts.userAgent?.slice(0, 400) ?? null },
    ...{ expires: new Date(now.getTime() + LIMITS.sessionDays * DAY_MS), signedInAt: now, lastSeenAt: now },
  };
}

/** A session last seen at this instant or before has been idle too long and opens nothing any more. */
export function idleBound(now: Date): Date {
  return new Date(now.getTime() - LIMITS.sessionIdleDays * DAY_MS);
}
