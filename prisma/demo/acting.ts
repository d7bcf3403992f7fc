import { randomUUID } from "node:crypto";
import type { CallContext } from "@/infra/command";
import { db } from "@/infra/db";
import type { Actor, ActorMembership } from "@/kernel/actor";

export const SEED: Actor = { kind: "system", job: "demo-seed" };

/** A moment of the demo world's past: `daysAgo(30)` is thirty days before its making, at a working hour. */
export function daysAgo(days: number, hour = 10): Date {
  const at = new Date(Date.now() - days * 86_400_000);
  at.setUTCHours(hour, 12, 0, 0);
  return at.getTime() > Date.now() ? new Date() : at;
}

/** This person as they act, freshly signed in at that moment; each step has a key, so a repeated seed repeats nothing. */
export async function as(personId: string, at: Date, step?: string): Promise<CallContext> {
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
    ...(step === undefined ? {} : { idempotencyKey: `demo:${step}` }),
  };
}

export function asSeed(at: Date = new Date()): CallContext {
  return { actor: SEED, requestId: randomUUID(), now: at };
}

/** Waits until the worker has ended a job; a failed one stops the seed with its reason. */
export async function jobDone(jobId: string): Promise<void> {
  for (;;) {
    const job = await db.prisma.jobRun.findUniqueOrThrow({ where: { id: jobId } });
    if (job.state === "succeeded") return;
    if (job.state === "failed" || job.state === "cancelled")
      throw new Error(`${job.kind} of the demo world ${job.state}: ${JSON.stringify(job.error)}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** Waits until the worker has carried out what follows from what happened. */
export async function eventsHandled(): Promise<void> {
  while ((await db.prisma.outboxEvent.count({ where: { handledAt: null } })) > 0)
    await new Promise((done) => setTimeout(done, 200));
}
