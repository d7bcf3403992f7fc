import { LIMITS } from "@/kernel/limits";
import { daysAfter } from "@/kernel/time";

export type Session = Readonly<{
  id: string;
  personId: string;
  expires: Date;
  signedInAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  /** When the second step was passed; null where it was not, or was never asked for. */
  secondStepAt: Date | null;
}>;

/** A session that begins with a proof given at `now`. It ends `LIMITS.sessionDays` later; only a new proof makes another. */
export function newSession(
  facts: Readonly<{ id: string; personId: string; userAgent: string | null }>,
  now: Date,
): Session {
  return {
    ...{ id: facts.id, personId: facts.personId, userAgent: facts.userAgent?.slice(0, 400) ?? null },
    ...{ expires: daysAfter(now, LIMITS.sessionDays), signedInAt: now, lastSeenAt: now },
    secondStepAt: null,
  };
}

/** A proof given at this instant or before is too old for the second step to follow on it: it has to be given again. */
export function proofBound(now: Date): Date {
  return new Date(now.getTime() - LIMITS.stepUpMinutes * 60_000);
}

/** A session last seen at this instant or before has been idle too long and opens nothing any more. */
export function idleBound(now: Date): Date {
  return daysAfter(now, -LIMITS.sessionIdleDays);
}
