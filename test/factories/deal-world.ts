import { db } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import type { Actor, ActorMembership, Role, Scope } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { operatorActor } from "./deals";

/** The instant at which the world of these tests begins, and days after it. */
export const T0 = new Date("2026-03-01T12:00:00.000Z");
export const later = (days: number, ms = 0): Date => new Date(T0.getTime() + days * 86_400_000 + ms);

export const callAt = (actor: Actor, now = T0): CallContext => ({ actor, requestId: "r", now });

export function userOf(memberships: ActorMembership[], personId = newId("person", T0)): Actor {
  return { kind: "user", personId, memberships, signedInAt: T0, sessionId: "ses_1" };
}

export function memberOf(organisationId: string, kind: ActorMembership["kind"], role: Role = "owner"): Actor {
  return userOf([{ organisationId, kind, role }]);
}

/** A platform, another one, a lab and the operator, each with somebody who acts for it at a time of the test's choosing. */
export async function dealWorld() {
  const id = () => newId("organisation", T0);
  const world = { forum: id(), other: id(), lab: id(), operator: id() };
  const make = (organisationId: string, kind: string, name: string) =>
    db.prisma.organisation.create({
      data: {
        id: organisationId,
        kind,
        name,
        slug: organisationId,
        createdAt: T0,
        state: kind === "lab" ? "unverified" : "verified", // A deal may name a lab whose name nobody has verified.
      },
    });
  await make(world.forum, "platform", "Forum");
  await make(world.other, "platform", "Other Forum");
  await make(world.lab, "lab", "Northwind Labs");
  await make(world.operator, "operator", "Operator");
  return {
    ...world,
    platform: callAt(memberOf(world.forum, "platform")),
    stranger: callAt(memberOf(world.other, "platform")),
    labMember: callAt(memberOf(world.lab, "lab")),
    operatorCall: callAt(operatorActor(world.operator, T0)),
    key: (scopes: Scope[]) =>
      callAt({
        kind: "apiKey",
        keyId: "key_1",
        scopes,
        personId: null,
        membership: { organisationId: world.forum, kind: "platform", role: "owner" },
      }),
  };
}

/** Types of the events about one deal, in no particular order. */
export async function eventsOf(dealId: string): Promise<string[]> {
  const rows = await db.prisma.outboxEvent.findMany({
    where: { payload: { path: ["dealId"], equals: dealId } },
  });
  return rows.map((row) => row.type).sort();
}
