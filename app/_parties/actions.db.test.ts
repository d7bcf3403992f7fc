import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import de from "@/messages/de/problems.json";
import { actorOfApiKey } from "@/modules/identity/sign-in/resolve-actor";
import { type Browser, browserOf, codeOf, form, send } from "@/test/factories/browser";
import { aMember, anApiKey, anOrganisation, aPerson } from "@/test/factories/parties";
import { createKey, revokeKey } from "./keys/actions";
import { changeRole, invite, leave, remove, takeBack } from "./team/actions";

let forum: Awaited<ReturnType<typeof anOrganisation>>;
let owner: Browser;
let stranger: Browser;
beforeAll(async () => {
  forum = await anOrganisation();
  owner = await browserOf(forum.ownerId);
  stranger = await browserOf((await anOrganisation()).ownerId);
});
const roleOf = async (personId: string) =>
  (await db.prisma.membership.findFirst({ where: { organisationId: forum.id, personId } }))?.role ?? null;

describe("the team", () => {
  const inviting = (who: Browser, fields: Record<string, string>) =>
    send(who, () => invite(null, form({ organisationId: forum.id, ...fields })));

  test("invites by mail address and role, and takes an invitation back", async () => {
    const sent = await inviting(owner, { email: "New@People.example", role: "analyst" });
    expect(sent).toMatchObject({
      answer: { ok: true, value: { email: "new@people.example", role: "analyst", state: "pending" } },
      redrawn: ["/layout"],
    });
    const { id } = await db.prisma.invitation.findFirstOrThrow({ where: { email: "new@people.example" } });
    const fields = form({ organisationId: forum.id, invitationId: id });
    expect(codeOf(await send(stranger, () => takeBack(null, fields)))).toBe("NOT_FOUND");
    expect((await send(owner, () => takeBack(null, fields))).answer).toMatchObject({ ok: true });
    expect((await db.prisma.invitation.findUniqueOrThrow({ where: { id } })).revokedAt).not.toBeNull();
  });

  test("says at the field what is wrong, in the language of the page", async () => {
    const english = await inviting(owner, { email: "nobody", role: "analyst" });
    expect(english.answer).toMatchObject({ ok: false, code: "INVALID_INPUT", faults: [{ path: "email" }] });
    expect(english.redrawn).toEqual([]);
    const german = { cookies: { ...owner.cookies, locale: "de" } };
    const answer = (await inviting(german, { email: "nobody", role: "analyst" })).answer;
    const words = answer?.ok === false ? answer.faults[0]?.message : "";
    expect(words).toBe(de.faults.email);
  });

  test("is nobody else's to change, and nothing happens without a form", async () => {
    const fields = { email: "a@people.example", role: "admin" };
    expect(codeOf(await inviting(stranger, fields))).toBe("NOT_FOUND");
    expect(codeOf(await inviting({ cookies: {} }, fields))).toBe("NOT_SIGNED_IN");
    expect(codeOf(await send(owner, () => invite(null, "no form" as never)))).toBe("INVALID_INPUT");
    expect(await db.prisma.invitation.count({ where: { email: "a@people.example" } })).toBe(0);
  });

  test("changes a role that is still what the page showed", async () => {
    const { personId } = await aMember(forum.id, "analyst");
    const change = (role: string, version: string) =>
      send(owner, () => changeRole(null, form({ organisationId: forum.id, personId, role, version })));
    const stale = await change("admin", "another");
    expect(stale.answer).toMatchObject({
      ...{ ok: false, code: "CHANGED_MEANWHILE" },
      changed: { version: expect.any(String), fields: { role: ["analyst"] } },
    });
    expect(await roleOf(personId)).toBe("analyst");
    const version = stale.answer?.ok === false ? (stale.answer.changed?.version ?? "") : "";
    expect((await change("admin", version)).answer).toMatchObject({ ok: true });
    expect(await roleOf(personId)).toBe("admin");
  });

  test("removes a member; somebody who leaves goes to their own settings", async () => {
    const [one, two] = [await aMember(forum.id, "admin"), await aMember(forum.id, "billing")];
    const fields = (personId: string) => form({ organisationId: forum.id, personId });
    const refused = await send(stranger, () => remove(null, fields(one.personId)));
    expect(codeOf(refused)).toBe("NOT_FOUND");
    await send(owner, () => remove(null, fields(one.personId)));
    expect(await roleOf(one.personId)).toBeNull();
    const left = await send(await browserOf(two.personId), () => leave(null, fields(two.personId)));
    expect(left.to).toBe("/me/settings");
    expect(await roleOf(two.personId)).toBeNull();
  });

  test("keeps an owner: the last one cannot leave", async () => {
    const sent = await send(owner, () =>
      leave(null, form({ organisationId: forum.id, personId: forum.ownerId })),
    );
    expect(sent).toMatchObject({ to: null, answer: { ok: false }, redrawn: [] });
    expect(await roleOf(forum.ownerId)).toBe("owner");
  });
});

describe("a key", () => {
  const make = (who: Browser, fields: Record<string, string | string[]>) =>
    send(who, () => createKey(null, form({ name: "CI", expiresInDays: "30", ...fields })));
  const keyOf = async (name: string) => db.prisma.apiKey.findFirstOrThrow({ where: { name } });

  test("is made for an organisation, with the scopes that were chosen, and its secret is in the answer", async () => {
    const sent = await make(owner, {
      ...{ name: "chosen", organisationId: forum.id, preset: "chosen" },
      scopes: ["deals:read", "deals:write"],
    });
    const secret = sent.answer?.ok ? sent.answer.value.secret : null;
    expect(await actorOfApiKey(secret ?? "")).toMatchObject({
      scopes: ["deals:read", "deals:write"],
      membership: { organisationId: forum.id },
    });
    const key = await keyOf("chosen");
    const days = ((key.expiresAt?.getTime() ?? 0) - key.createdAt.getTime()) / 86_400_000;
    expect(days).toBe(30);
  });

  test("of a person's own needs no organisation, and may have no end", async () => {
    const { id } = await aPerson();
    const who = await browserOf(id);
    const sent = await make(who, { name: "endless", preset: "read_only", expiresInDays: "none" });
    expect(sent.answer).toMatchObject({ ok: true });
    expect(await keyOf("endless")).toMatchObject({ expiresAt: null, personId: id, organisationId: null });
  });

  test("is refused field by field, without a recent sign-in, and for another's organisation", async () => {
    const of = { organisationId: forum.id, preset: "all" };
    expect((await make(owner, { ...of, name: "" })).answer).toMatchObject({
      ...{ ok: false, code: "INVALID_INPUT" },
      faults: [{ path: "name" }],
    });
    expect((await make(owner, { ...of, expiresInDays: "many" })).answer).toMatchObject({
      faults: [{ path: "expiresInDays" }],
    });
    const old = await browserOf(forum.ownerId, new Date(Date.now() - 60 * 60_000));
    expect(codeOf(await make(old, of))).toBe("STEP_UP_REQUIRED");
    expect(codeOf(await make(stranger, of))).toBe("NOT_FOUND");
  });

  test("is revoked by who may, and opens nothing from then on", async () => {
    const key = await anApiKey(forum.owner, { organisationId: forum.id });
    const fields = form({ keyId: key.id });
    expect(codeOf(await send(stranger, () => revokeKey(null, fields)))).toBe("NOT_FOUND");
    expect(await actorOfApiKey(key.secret)).not.toBeNull();
    expect((await send(owner, () => revokeKey(null, fields))).redrawn).toEqual(["/layout"]);
    expect(await actorOfApiKey(key.secret)).toBeNull();
  });
});
