import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestOf } from "@/infra/crypto/secret-digest";
import { db } from "@/infra/db/db";
import { forgetEnv } from "@/infra/env";
import { actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { unsubscribeToken } from "@/modules/notices/settings/unsubscribe-token";
import { inviteMember } from "@/modules/parties/members/invite-member";
import { type Browser, browserOf, codeOf, form, send } from "@/test/factories/browser";
import { aMailbox } from "@/test/factories/mailbox";
import { anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { codeAt, enrolled, provedSession } from "@/test/factories/second-step";
import { accept } from "./invitations/[token]/actions";
import { giveCode, requestLink, signInAs, signInWithProvider } from "./sign-in/actions";
import { stopMails } from "./unsubscribe/[token]/actions";

aMailbox();
const NOBODY: Browser = { cookies: {} };
const settings = (changed: Record<string, string>) => {
  Object.assign(process.env, changed);
  forgetEnv();
};
afterAll(() => settings({ REMIT_DEMO: "0" }));

describe("a sign-in link", () => {
  const ask = (fields: Record<string, string>) => send(NOBODY, () => requestLink(null, form(fields)));
  const tokensFor = (identifier: string) => db.prisma.signInToken.count({ where: { identifier } });

  test("is mailed to the address as it is known, and the way back is kept", async () => {
    const { email } = await aPerson();
    const sent = await ask({ email: email.toUpperCase(), callbackUrl: "/me/terms" });
    expect(sent.to).toBe("/sign-in/check-mail?callbackUrl=%2Fme%2Fterms");
    expect(await tokensFor(email)).toBe(1);
  });

  test("is promised to an unknown address in the same words", async () => {
    expect((await ask({ email: "newcomer@people.example" })).to).toBe("/sign-in/check-mail");
    expect(await tokensFor("newcomer@people.example")).toBe(1);
  });

  test("leads to no other site", async () => {
    const { email } = await aPerson();
    for (const callbackUrl of ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
      expect((await ask({ email, callbackUrl })).to).toBe("/sign-in/check-mail");
  });

  test("is refused where there is no address to send it to", async () => {
    for (const email of ["", "not an address"])
      expect((await ask({ email })).answer).toMatchObject({ ok: false, faults: [{ path: "email" }] });
  });
});

describe("a provider", () => {
  test("that is not configured leads back with the reason; one that is leads to its own page", async () => {
    const begin = (provider: string) =>
      send(NOBODY, () => signInWithProvider(form({ provider, callbackUrl: "/me" })));
    expect((await begin("github")).to).toBe("/sign-in?error=Configuration&callbackUrl=%2Fme");
    settings({ GITHUB_CLIENT_ID: "client-1", GITHUB_CLIENT_SECRET: "secret-1" });
    const { to, kept } = await begin("github");
    const address = new URL(to ?? "");
    expect(address.origin).toBe("https://github.com");
    expect(address.searchParams.get("client_id")).toBe("client-1");
    expect(to).not.toContain("secret-1");
    expect(Object.keys(kept)).toEqual(expect.arrayContaining([expect.stringMatching(/state|pkce/)]));
    expect((await begin("unheard-of")).to).toBe("/sign-in?error=Configuration&callbackUrl=%2Fme");
  });
});

describe("signing in as a persona", () => {
  const signIn = (personId: string, fields = {}) =>
    send(NOBODY, () => signInAs(form({ personId, ...fields })));

  test("is for the demo world and its personas alone", async () => {
    const [persona, real] = [await aPerson({ demoPersona: "mara" }), await aPerson()];
    const refused = { to: "/sign-in?error=Default", kept: {} };
    expect(await signIn(persona.id)).toMatchObject(refused);
    settings({ REMIT_DEMO: "1" });
    expect(await signIn(real.id)).toMatchObject(refused);
    const { to, kept } = await signIn(persona.id);
    expect(to).toBe("/me");
    expect(await actorOfSession(kept["remit.session"] ?? "")).toMatchObject({ personId: persona.id });
    expect((await signIn(persona.id, { callbackUrl: "/me/terms" })).to).toBe("/me/terms");
  });

  test("brings the language that was chosen for them, and leaves the visitor's own", async () => {
    settings({ REMIT_DEMO: "1" });
    const { id } = await aPerson({ demoPersona: "jonas" });
    await db.prisma.person.update({ where: { id }, data: { locale: "de" } });
    expect((await signIn(id)).kept.locale).toBe("de");
    const visitor = await send({ cookies: { locale: "en" } }, () => signInAs(form({ personId: id })));
    expect(visitor.kept).not.toHaveProperty("locale");
  });

  test("begins where the persona has work", async () => {
    settings({ REMIT_DEMO: "1" });
    const { id } = await aPerson({ demoPersona: "elin" });
    const forum = await anOrganisation({ ownerId: id });
    expect((await signIn(id)).to).toBe(`/o/${forum.id}`);
  });
});

describe("the second step", () => {
  test("opens the session that waits for it, under another token", async () => {
    const { id, secret } = await enrolled();
    const waiting = await provedSession(id);
    const browser = { cookies: { "remit.session": waiting } };
    const give = (code: string) =>
      send(browser, () => giveCode(null, form({ code, callbackUrl: "/me/terms" })));
    expect(await actorOfSession(waiting)).toBeNull();
    expect(codeOf(await give("000000"))).toBe("CODE_WRONG");
    const { to, kept } = await give(codeAt(secret));
    expect(to).toBe("/me/terms");
    expect(kept["remit.session"]).not.toBe(waiting);
    expect(await actorOfSession(kept["remit.session"] ?? "")).toMatchObject({ personId: id });
    expect(await actorOfSession(waiting)).toBeNull();
  });

  test("is nobody's who has not shown who they are", async () => {
    const { secret } = await enrolled();
    const sent = await send(NOBODY, () => giveCode(null, form({ code: codeAt(secret) })));
    expect(codeOf(sent)).toBe("NOT_SIGNED_IN");
  });
});

describe("an invitation to an organisation", () => {
  let forum: Awaited<ReturnType<typeof anOrganisation>>;
  beforeAll(async () => {
    forum = await anOrganisation();
  });

  test("is accepted by the person it was sent to, once", async () => {
    const { id, email } = await aPerson();
    const { id: invitationId } = await inviteMember(callAs(forum.owner), {
      ...{ organisationId: forum.id, email, role: "analyst" },
    });
    const token = "a-token-only-the-mail-has";
    await db.prisma.invitation.update({ where: { id: invitationId }, data: { tokenHash: digestOf(token) } });
    const fields = form({ token });
    const another = await browserOf((await aPerson()).id);
    expect(codeOf(await send(another, () => accept(null, fields)))).toBe("INVITATION_INVALID");
    expect(codeOf(await send(NOBODY, () => accept(null, fields)))).toBe("NOT_SIGNED_IN");
    const browser = await browserOf(id);
    expect((await send(browser, () => accept(null, fields))).to).toBe(`/o/${forum.id}`);
    const members = await db.prisma.membership.findMany({
      where: { organisationId: forum.id, personId: id },
    });
    expect(members).toMatchObject([{ role: "analyst" }]);
    expect(codeOf(await send(another, () => accept(null, fields)))).toBe("INVITATION_INVALID");
    const nowhere = form({ token: "no-such-token-no-such-token" });
    expect(codeOf(await send(browser, () => accept(null, nowhere)))).toBe("INVITATION_INVALID");
  });
});

test("an unsubscribe link works without signing in, and a forged one does not", async () => {
  const { id } = await aPerson();
  const stop = (token: string) => send(NOBODY, () => stopMails(null, form({ token })));
  expect((await stop(unsubscribeToken(id, "deals"))).answer).toEqual({ ok: true, value: { what: "deals" } });
  expect(await db.prisma.noticeSetting.findMany({ where: { personId: id } })).toMatchObject([
    { topic: "deals", cadence: "never" },
  ]);
  expect(codeOf(await stop(`${id}.money.forged`))).toBe("NOT_FOUND");
});
