import { randomUUID } from "node:crypto";
import { inMoment } from "@/infra/clock";
import { db } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import type { Actor, ActorMembership } from "@/kernel/actor";
import { DAY_MS, dayOf, HOUR_MS } from "@/kernel/time";
import { carryOut } from "./carry-out";

export const SEED: Actor = { kind: "system", job: "demo-seed" };

const MADE_AT = Date.now();

/**
 * A moment of the demo world's past: `daysAgo(30)` is thirty days before its making, at a working hour; never later than
 * its making.
 */
export function daysAgo(days: number, hour = 10): Date {
  const at = new Date(MADE_AT - days * DAY_MS);
  at.setUTCHours(hour, 12, 0, 0);
  return at.getTime() > MADE_AT ? new Date(MADE_AT) : at;
}

/** A day of the calendar, so many days before (or, below zero, after) the making of the world. */
export function dayAgo(days: number): string {
  return dayOf(new Date(MADE_AT - days * DAY_MS));
}

export const hoursAfter = (at: Date, hours: number): Date =>
  new Date(Math.min(at.getTime() + hours * HOUR_MS, MADE_AT));

/** This person as they act, freshly signed in at that moment. */
export async function as(personId: string, at: Date): Promise<CallContext> {
  const rows = await db.prisma.membership.findMany({ where: { personId }, include: { organisation: true } });
  const memberships = rows.map(
    (row) =>
      ({
        organisationId: row.organisationId,
        kind: row.organisation.kind,
        role: row.role,
      }) as ActorMembership,
  );
  return {
    actor: { kind: "user", personId, memberships, signedInAt: at, sessionId: "demo-seed" },
    requestId: randomUUID(),
    now: at,
  };
}

export function asSeed(at: Date = new Date()): CallContext {
  return { actor: SEED, requestId: randomUUID(), now: at };
}

/** Something done at a moment of the past, with everything that follows from it, before the world goes on. */
export function happened<T>(at: Date, act: () => Promise<T>): Promise<T> {
  return inMoment(at, async () => {
    const value = await act();
    await carryOut();
    return value;
  });
}

/** Long work that must have succeeded; a failed one stops the seed with its reason. */
export async function mustHaveSucceeded(jobId: string): Promise<void> {
  const job = await db.prisma.jobRun.findUniqueOrThrow({ where: { id: jobId } });
  if (job.state !== "succeeded")
    throw new Error(`${job.kind} of the demo world ${job.state}: ${JSON.stringify(job.error)}`);
}
