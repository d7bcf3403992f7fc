import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { type Actor, ANONYMOUS } from "@/kernel/actor";
import { listApiKeys } from "@/modules/identity/queries/api-keys";
import { mySessions } from "@/modules/identity/queries/sign-in";
import { endOtherSessions, endSession } from "@/modules/identity/sign-in/end-session";
import { actorOfApiKey, actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { signInAsDemoPersona } from "@/modules/identity/sign-in/sign-in-as-demo-persona";
import {
  actorFor,
  aMember,
  anApiKey,
  anOrganisation,
  aPerson,
  callAs,
  SYSTEM,
  signInAs,
} from "@/test/factories/parties";
import { changeMemberRole } from "./members/change-member-role";
import { removeMember } from "./members/remove-member";
import { organisationOf } from "./organisations/organisation-of";
import { setOrganisationState } from "./organisations/set-organisation-state";
import { signUpOrganisation } from "./organisations/sign-up-organisation";
import { updateOrganisation } from "./organisations/update-organisation";
import { registerPerson } from "./people/register-person";
import { getOrganisation, listMembers, searchOrganisations } from "./queries/organisations";
import { searchPeople } from "./queries/people";

let organisation: { id: string; ownerId: string; owner: Actor };
let stranger: Actor;
let operator: Actor;

const anHourAgo = () => new Date(Date.now() - 60 * 60_000);

beforeAll(async () => {
  organisation = await anOrganisation({ host: "forum.example" });
  stranger = (await anOrganisation({ kind: "lab" })).owner;
  operator = (await anOrganisation({ kind: "operator" })).owner;
});

describe("sessions", () => {
  test("a cookie opens its session, is stored only as a digest, and closes with it", async () => {
    const { id } = await aPerson();
    const token = await signInAs(id);
    expect(await actorOfSession(token)).toMatchObject({ kind: "user", personId: id, memberships: [] });
    const { rows } = await db.pool.query("SELECT row_to_json(s)::text AS row FROM session s");
    expect(rows.map((row) => row.row).join()).not.toContain(token);
    await endSession(callAs((await actorOfSession(token)) as Actor), {});
    expect(await actorOfSession(token)).toBeNull();
    expect(await actorOfSession("x".repeat(43))).toBeNull();
  });

  test("a session ends when its time is over", async () => {
    const { id } = await aPerson();
    const token = await signInAs(id);
    expect(await actorOfSession(token, new Date(Date.now() + 31 * 24 * 60 * 60_000))).toBeNull();
  });

  test("one can end the others, and nobody else's", async () => {
    const { id } = await aPerson();
    const [here, there] = [await actorFor(id), await signInAs(id)];
    const list = await mySessions(callAs(here), {});
    expect(list.items).toHaveLength(2);
    expect(list.items.filter((session) => session.current)).toHaveLength(1);
    const theirs = list.items.find((session) => !session.current)?.id ?? "";
    await expect(endSession(callAs(stranger), { sessionId: theirs })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await endOtherSessions(callAs(here), {})).toEqual({ ended: 1 });
    expect(await actorOfSession(there)).toBeNull();
  });
});

describe("organisations", () => {
  test("the person who signs one up owns it; it is unverified until the operator verifies it", async () => {
    const { id: personId } = await aPerson();
    const call = callAs(await actorFor(personId), { idempotencyKey: "sign-up-1" });
    const input = { kind: "platform" as const, name: "Zürich Forum", host: "https://Zuerich.example/x" };
    const first = await signUpOrganisation(call, input);
    expect(first).toMatchObject({
      state: "unverified",
      host: "zuerich.example",
      slug: "zurich-forum",
      myRole: "owner",
    });
    expect(await signUpOrganisation(call, input)).toEqual(first);
    expect(await db.prisma.membership.count({ where: { personId } })).toBe(1);
    expect(
      await db.prisma.outboxEvent.count({
        where: {
          type: "parties.organisation_signed_up",
          payload: { path: ["organisationId"], equals: first.id },
        },
      }),
    ).toBe(1);
    const second = await signUpOrganisation(callAs(await actorFor(personId)), {
      kind: "lab",
      name: "Zürich Forum",
    });
    expect(second.slug).toBe("zurich-forum-2");
    await setOrganisationState(callAs(operator), {
      organisationId: first.id,
      state: "verified",
      reason: "papers seen",
    });
    expect(await organisationOf(first.id)).toMatchObject({ state: "verified", host: "zuerich.example" });
  });

  test("an operator organisation is made by operators only", async () => {
    const input = { kind: "operator" as const, name: "Not really" };
    await expect(signUpOrganisation(callAs(organisation.owner), input)).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
    expect(await signUpOrganisation(callAs(operator), { ...input, name: "Second house" })).toMatchObject({
      kind: "operator",
      state: "verified",
    });
    const { id: personId } = await aPerson();
    await aMember((await anOrganisation({ kind: "operator" })).id, "owner", personId);
    const stale = callAs(await actorFor(personId, anHourAgo()));
    await expect(signUpOrganisation(stale, { ...input, name: "Third house" })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await signUpOrganisation(stale, { kind: "lab", name: "A lab of theirs" });
  });

  test("another party's is not there; nor are the operator's lists", async () => {
    const { id: organisationId } = organisation;
    for (const attempt of [
      () => getOrganisation(callAs(stranger), { organisationId }),
      () => listMembers(callAs(stranger), { organisationId }),
      () => listApiKeys(callAs(stranger), { organisationId }),
      () => updateOrganisation(callAs(stranger), { organisationId, name: "Mine now" }),
      () => setOrganisationState(callAs(stranger), { organisationId, state: "suspended", reason: "spite" }),
      () => searchOrganisations(callAs(stranger), {}),
      () => searchPeople(callAs(stranger), {}),
      () => registerPerson(callAs(stranger), { email: "x@people.example" }),
      () => getOrganisation(callAs(stranger), { organisationId: "org_nowhere" }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(getOrganisation(callAs(ANONYMOUS), { organisationId })).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
    expect((await getOrganisation(callAs(operator), { organisationId })).id).toBe(organisationId);
  });

  test("two verified platforms cannot be at one host, and a new host needs a new verification", async () => {
    const twin = await anOrganisation({ host: "forum.example", verified: false });
    await expect(
      setOrganisationState(callAs(operator), { organisationId: twin.id, state: "verified", reason: "?" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const other = await anOrganisation({ host: "other.example" });
    const moved = await updateOrganisation(callAs(other.owner), {
      organisationId: other.id,
      host: "new.example",
    });
    expect(moved).toMatchObject({ host: "new.example", state: "unverified" });
    await expect(
      updateOrganisation(callAs(other.owner), {
        organisationId: other.id,
        attestationKey: { kty: "OKP", d: "x" },
      }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", faults: [{ path: "attestationKey" }] });
  });

  test("a key changes the name of its organisation, and not its attestation key", async () => {
    const { id: organisationId, owner } = await anOrganisation();
    const { actor } = await anApiKey(owner, { organisationId, preset: "all" });
    expect((await updateOrganisation(callAs(actor), { organisationId, name: "By key" })).name).toBe("By key");
    for (const attestationKey of [{ kty: "OKP", crv: "Ed25519", x: "AA" }, null])
      await expect(
        updateOrganisation(callAs(actor), { organisationId, attestationKey }),
      ).rejects.toMatchObject({
        code: "STEP_UP_REQUIRED",
        message: expect.stringMatching(/^An API key cannot change the attestation key\. Sign in/),
      });
  });

  test("no key makes an organisation, which it could not see: a person signs in for it", async () => {
    const { id } = await aPerson();
    const { actor } = await anApiKey(await actorFor(id), { preset: "all" });
    await expect(
      signUpOrganisation(callAs(actor), { kind: "lab", name: "A lab by key" }),
    ).rejects.toMatchObject({
      code: "SCOPE_MISSING",
      message: "Only a signed-in person can do this. An API key cannot.",
    });
    expect(await db.prisma.membership.count({ where: { personId: id } })).toBe(0);
  });

  test("settings need a recent sign-in", async () => {
    const stale = await actorFor(organisation.ownerId, new Date(Date.now() - 60 * 60_000));
    await expect(
      updateOrganisation(callAs(stale), { organisationId: organisation.id, name: "x" }),
    ).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  });

  test("a suspended one can be read by its people, and nothing of it changed", async () => {
    const { id, ownerId, owner } = await anOrganisation();
    const key = await anApiKey(owner, { organisationId: id });
    await setOrganisationState(callAs(operator), { organisationId: id, state: "suspended", reason: "fraud" });
    const now = await actorFor(ownerId);
    expect((await getOrganisation(callAs(now), { organisationId: id })).state).toBe("suspended");
    await expect(updateOrganisation(callAs(now), { organisationId: id, name: "x" })).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
    const keyNow = await actorOfApiKey(key.secret);
    expect(keyNow).toMatchObject({ kind: "apiKey" });
    expect(keyNow?.kind === "apiKey" && keyNow.scopes.some((scope) => scope.endsWith(":write"))).toBe(false);
  });
});

describe("members", () => {
  test("roles change, but not without the right, and the last owner stays", async () => {
    const { id: organisationId, ownerId, owner } = await anOrganisation();
    const admin = await aMember(organisationId, "admin");
    const analyst = await aMember(organisationId, "analyst");
    const change = { organisationId, personId: analyst.personId, role: "billing" as const };
    expect(await changeMemberRole(callAs(admin.actor), change)).toMatchObject(change);
    await expect(changeMemberRole(callAs(analyst.actor), change)).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
    await expect(changeMemberRole(callAs(stranger), change)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      changeMemberRole(callAs(admin.actor), { organisationId, personId: admin.personId, role: "owner" }),
    ).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    for (const attempt of [
      () => changeMemberRole(callAs(owner), { organisationId, personId: ownerId, role: "admin" }),
      () => removeMember(callAs(owner), { organisationId, personId: ownerId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "LAST_OWNER" });
    }
  });

  test("of two owners who step down concurrently one remains", async () => {
    const { id: organisationId, ownerId, owner } = await anOrganisation();
    const second = await aMember(organisationId, "owner");
    const outcomes = await Promise.allSettled([
      removeMember(callAs(owner), { organisationId, personId: ownerId }),
      removeMember(callAs(second.actor), { organisationId, personId: second.personId }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.prisma.membership.count({ where: { organisationId, role: "owner" } })).toBe(1);
  });

  test("taking somebody out needs a recent sign-in", async () => {
    const { id: organisationId, ownerId } = await anOrganisation();
    const { personId } = await aMember(organisationId, "analyst");
    const stale = callAs(await actorFor(ownerId, anHourAgo()));
    await expect(removeMember(stale, { organisationId, personId })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });

  test("no key changes a role: it would outlive the key", async () => {
    const { id: organisationId, owner } = await anOrganisation();
    const { personId } = await aMember(organisationId, "analyst");
    const { actor } = await anApiKey(owner, { organisationId, preset: "all" });
    for (const role of ["admin", "billing"] as const)
      await expect(changeMemberRole(callAs(actor), { organisationId, personId, role })).rejects.toMatchObject(
        { code: "STEP_UP_REQUIRED" },
      );
  });

  test("no key changes the host of a platform: the pages of a host prove its handles", async () => {
    const { id: organisationId, owner } = await anOrganisation();
    const { actor } = await anApiKey(owner, { organisationId, preset: "all" });
    for (const host of ["elsewhere.example", null])
      await expect(updateOrganisation(callAs(actor), { organisationId, host })).rejects.toMatchObject({
        code: "STEP_UP_REQUIRED",
      });
    const renamed = await updateOrganisation(callAs(actor), { organisationId, name: "Renamed" });
    expect(renamed.name).toBe("Renamed");
  });

  test("anybody can leave without a recent sign-in, and their session loses the membership immediately", async () => {
    const { id: organisationId } = organisation;
    const { personId } = await aMember(organisationId, "billing");
    await removeMember(callAs(await actorFor(personId, anHourAgo())), { organisationId, personId });
    expect((await actorFor(personId)) as object).toMatchObject({ memberships: [] });
  });
});

describe("the demo's sign in as", () => {
  test("is not there outside the demo world, nor for real people", async () => {
    const { id: personId } = await aPerson({ demoPersona: "creator" });
    await expect(
      signInAsDemoPersona(callAs(ANONYMOUS), { personId, userAgent: null, previousToken: null }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a registered address is taken", async () => {
    const { email } = await aPerson();
    await expect(registerPerson(callAs(SYSTEM), { email: email.toUpperCase() })).rejects.toMatchObject({
      code: "EMAIL_TAKEN",
    });
  });
});
