import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { consume } from "@/infra/net/rate-limit";
import type { Actor } from "@/kernel/actor";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { deletePerson } from "@/modules/departures/delete-person";
import { describeDeparture } from "@/modules/departures/describe-departure";
import { actorOfApiKey, actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { acceptInvitation } from "@/modules/parties/members/accept-invitation";
import { invitationToken } from "@/modules/parties/members/invitation-token";
import { inviteMember } from "@/modules/parties/members/invite-member";
import { registerPerson } from "@/modules/parties/people/register-person";
import { updateProfile } from "@/modules/parties/people/update-profile";
import { whoAmI } from "@/modules/parties/queries/me";
import { answerSplit } from "@/modules/works/co-authors/answer-split";
import { authorToken } from "@/modules/works/co-authors/author-token";
import { handOn } from "@/test/factories/events";
import { aFundedPool, anAllocation } from "@/test/factories/ledger";
import { aMailbox } from "@/test/factories/mailbox";
import {
  actorFor,
  aMember,
  anApiKey,
  anOrganisation,
  aPerson,
  aSecondStep,
  callAs,
  SYSTEM,
  signInAs,
} from "@/test/factories/parties";
import { anAttestingPlatform, aVerifiedHandle, aWork } from "@/test/factories/works";

aMailbox();

const leave = async (person: { id: string; email: string }, more: Parameters<typeof callAs>[1] = {}) =>
  deletePerson(callAs(await actorFor(person.id), more), { confirmation: person.email });

/** Hands on everything that has happened so far, as the worker does. */
async function work(): Promise<void> {
  for (;;) {
    const open = await db.prisma.outboxEvent.findMany({ where: { handledAt: null }, orderBy: { id: "asc" } });
    if (open.length === 0) return;
    for (const { id } of open) await handOn(id);
  }
}

/** Every place of the database (table and column) in which a text stands. */
async function placesOf(text: string): Promise<string[]> {
  const { rows: columns } = await db.pool.query<{ t: string; c: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS t, quote_ident(column_name) AS c
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found = await Promise.all(
    columns.map(async ({ t, c }) => {
      const { rowCount } = await db.pool.query(
        `SELECT FROM ${t} WHERE strpos(lower(${c}::text), lower($1)) > 0`,
        [text],
      );
      return rowCount === 0 ? [] : [`${t}.${c}`];
    }),
  );
  return found.flat();
}

describe("deleting one's own account", () => {
  test("leaves nothing personal anywhere, and the address is free for a fresh person", async () => {
    const name = `Zephyrine ${randomUUID()}`;
    const person = await aPerson({ name, email: `zephyrine-${randomUUID()}@people.example` });
    const me = (): Promise<Actor> => actorFor(person.id);
    const { owner, id: organisationId } = await anOrganisation();
    const invited = { organisationId, email: person.email, role: "analyst" } as const;
    const { id: invitationId } = await inviteMember(callAs(owner, { idempotencyKey: "invite" }), invited);
    await acceptInvitation(callAs(await me()), { token: invitationToken(invitationId) });
    await updateProfile(callAs(await me(), { idempotencyKey: "mine" }), { name });
    const platform = await anAttestingPlatform();
    const handle = await aVerifiedHandle(await me(), platform, "zed");
    await setTerms(callAs(await me()), { scope: { kind: "person" }, preset: "never" });
    await setTerms(callAs(await me()), {
      scope: { kind: "handle", handleId: handle.id },
      preset: "paid_anything",
    });
    const other = await actorFor((await aPerson()).id);
    const shared = await aWork(other, {
      authors: [
        { email: null, name: "Other", shareBps: 6000 },
        { email: person.email, name, shareBps: 4000 },
      ],
    });
    await aWork(other, {
      authors: [
        { email: null, name: "Other", shareBps: 9000 },
        { email: person.email, name, shareBps: 1000 },
      ],
    });
    const seat = shared.authors[1]?.id ?? "";
    await answerSplit(callAs(await me()), { token: authorToken(seat), answer: "accept" });
    const own = await aWork(await me());
    await aWork(await me(), {
      authors: [
        { email: null, name, shareBps: 5000 },
        { email: "co@people.example", name: "Co", shareBps: 5000 },
      ],
    });
    const key = await anApiKey(await me(), { name: `${name}'s key` });
    await consume("sign-in-mail", person.email, 10, 3600);
    await db.prisma.signInToken.create({
      data: { identifier: person.email, token: randomUUID(), expires: new Date(Date.now() + 60_000) },
    });
    await db.prisma.signInIdentity.create({
      data: { userId: person.id, type: "oauth", provider: "github", providerAccountId: randomUUID() },
    });
    await aSecondStep(person.id);
    await db.prisma.recoveryCode.create({
      data: { codeHash: randomUUID(), personId: person.id, createdAt: new Date() },
    });
    const session = await signInAs(person.id);
    await work();
    expect((await placesOf(name)).length).toBeGreaterThan(4);

    const about = await describeDeparture(callAs(await me()), {});
    expect(about).toMatchObject({
      confirmWith: person.email,
      goes: { providers: ["github"], apiKeys: 1, memberships: [{ id: organisationId }] },
      terms: 2,
      handles: [{ name: "zed", proved: true }],
      works: { own: 1, shared: 2 },
      inTheWay: { soleOwnerOf: [], balances: [], disputed: [] },
    });

    await leave(person);
    await work();
    expect(await placesOf(person.email)).toEqual([]);
    expect(await placesOf(name)).toEqual([]);
    expect(await actorOfSession(session)).toBeNull();
    expect(await actorOfApiKey(key.secret)).toBeNull();
    expect(await db.prisma.secondStep.count({ where: { personId: person.id } })).toBe(0);
    expect(await db.prisma.recoveryCode.count({ where: { personId: person.id } })).toBe(0);
    expect(await db.prisma.handlePeriod.count({ where: { personId: person.id, endedAt: null } })).toBe(0);
    expect(await db.prisma.work.count({ where: { id: own.id, retiredAt: null } })).toBe(0);
    expect(await db.prisma.work.count({ where: { id: shared.id, retiredAt: null } })).toBe(1);
    expect(await db.prisma.notice.count({ where: { personId: person.id } })).toBe(0);
    const events = await db.prisma.outboxEvent.findMany({ where: { type: "parties.person_deleted" } });
    expect(events.map(({ payload }) => payload)).toContainEqual({ personId: person.id });
    const audit = await db.prisma.auditRecord.findFirstOrThrow({
      where: { command: "departures.delete_person", subject: person.id },
    });
    expect(audit).toMatchObject({ outcome: "done", actor: `user:${person.id}`, detail: {} });

    const again = await registerPerson(callAs(SYSTEM), { email: person.email, emailVerified: true });
    expect(again.id).not.toBe(person.id);
    const fresh = await whoAmI(callAs(await actorFor(again.id)), {});
    expect(fresh).toMatchObject({ person: { name: null }, memberships: [] });
  });

  test("is asked for by the person alone, signed in just now, who types what is shown", async () => {
    const person = await aPerson();
    const actor = await actorFor(person.id);
    const input = { confirmation: person.email };
    const old = await actorFor(person.id, new Date(Date.now() - 24 * 3_600_000));
    await expect(deletePerson(callAs(old), input)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await expect(deletePerson(callAs({ kind: "anonymous" }), input)).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
    const reading = await anApiKey(actor, { preset: "read_only" });
    await expect(deletePerson(callAs(reading.actor), input)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    const writing = await anApiKey(actor, { preset: "all" });
    await expect(deletePerson(callAs(writing.actor), input)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    await expect(deletePerson(callAs(SYSTEM), input)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    const other = await actorFor((await aPerson()).id);
    for (const [who, typed] of [
      [actor, "delete"],
      [other, person.email],
    ] as const)
      await expect(deletePerson(callAs(who), { confirmation: typed })).rejects.toMatchObject({
        code: "INVALID_INPUT",
        faults: [{ path: "confirmation" }],
      });
    expect(await db.prisma.person.count({ where: { id: person.id, deletedAt: null } })).toBe(1);
    await deletePerson(callAs(actor), { confirmation: ` ${person.email.toUpperCase()} ` });
    expect(await db.prisma.person.count({ where: { id: person.id, deletedAt: null } })).toBe(0);
  });

  test("sent twice with one key it is one act; sent again without, there is nobody", async () => {
    const person = await aPerson();
    const actor = await actorFor(person.id);
    const input = { confirmation: person.email };
    const call = callAs(actor, { idempotencyKey: "once" });
    expect(await deletePerson(call, input)).toEqual({ personId: person.id });
    expect(await deletePerson(call, input)).toEqual({ personId: person.id });
    await expect(deletePerson(callAs(actor), input)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    const events = await db.prisma.outboxEvent.findMany({ where: { type: "parties.person_deleted" } });
    expect(
      events.filter(({ payload }) => (payload as { personId: string }).personId === person.id),
    ).toHaveLength(1);
  });

  test("the only owner of an organisation hands it over first", async () => {
    const owner = await aPerson();
    const { id } = await anOrganisation({ ownerId: owner.id, name: "Harbour" });
    await expect(leave(owner)).rejects.toMatchObject({
      code: "LAST_OWNER",
      message: expect.stringContaining("Harbour"),
      detail: { organisations: [{ id, name: "Harbour" }] },
    });
    await aMember(id, "owner");
    await leave(owner);
    expect(await db.prisma.membership.count({ where: { personId: owner.id } })).toBe(0);
  });

  test("with money under their name nobody is deleted, and nothing has changed", async () => {
    const person = await aPerson();
    await aFundedPool("deal_departing", 1_000n);
    await anAllocation("deal_departing", [{ holder: `person:${person.id}`, minor: 1_000n }]);
    await setTerms(callAs(await actorFor(person.id)), { scope: { kind: "person" }, preset: "never" });
    await expect(leave(person)).rejects.toMatchObject({
      code: "MONEY_REMAINS",
      detail: { balances: [{ currency: "USD", payableMinor: "1000" }] },
    });
    const about = await describeDeparture(callAs(await actorFor(person.id)), {});
    expect(about).toMatchObject({ terms: 1, inTheWay: { balances: [{ payableMinor: "1000" }] } });
    expect(await db.prisma.person.count({ where: { id: person.id, email: person.email } })).toBe(1);
  });

  test("a handle two people have proved is decided first", async () => {
    const platform = await anAttestingPlatform();
    const person = await aPerson();
    const { id } = await aVerifiedHandle(await actorFor(person.id), platform, "both");
    await aVerifiedHandle(await actorFor((await aPerson()).id), platform, "both");
    await expect(leave(person)).rejects.toMatchObject({ code: "HANDLE_DISPUTED", detail: { handleId: id } });
    expect(await describeDeparture(callAs(await actorFor(person.id)), {})).toMatchObject({
      inTheWay: { disputed: [{ id, name: "both" }] },
    });
  });

  test("the database lets nothing personal come back", async () => {
    const person = await aPerson();
    await leave(person);
    const sql = "UPDATE person SET name = 'Somebody' WHERE id = $1";
    await expect(db.pool.query(sql, [person.id])).rejects.toThrow(/person_deleted_is_nobody/);
  });
});
