import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { forgetEnv } from "@/infra/env";
import { ANONYMOUS } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";
import { DAY_MS } from "@/kernel/time";
import { demoPersonas } from "@/modules/parties/queries/me";
import { actorFor, aPerson, callAs, SYSTEM, signInAs } from "@/test/factories/parties";
import { mySessions } from "../queries/sign-in";
import { authAdapter } from "./auth-adapter";
import { completeSignIn } from "./complete-sign-in";
import { actorOfSession } from "./resolve-actor";
import { signInAsDemoPersona } from "./sign-in-as-demo-persona";

const inAnHour = () => new Date(Date.now() + 60 * 60_000);

describe("next-auth's adapter over our tables", () => {
  const adapter = authAdapter(async () => "de");

  test("a link works once", async () => {
    const token = { identifier: "ada@people.example", token: "hash-of-a-token", expires: inAnHour() };
    await adapter.createVerificationToken?.(token);
    const { expires: _, ...use } = token;
    expect(await adapter.useVerificationToken?.(use)).toMatchObject({ identifier: token.identifier });
    expect(await adapter.useVerificationToken?.(use)).toBeNull();
  });

  test("expired links are swept out by the next ask", async () => {
    await adapter.createVerificationToken?.({
      identifier: "old@people.example",
      token: "old",
      expires: new Date(0),
    });
    await adapter.createVerificationToken?.({
      identifier: "new@people.example",
      token: "new",
      expires: inAnHour(),
    });
    expect(await db.prisma.signInToken.count({ where: { identifier: "old@people.example" } })).toBe(0);
  });

  test("a newcomer becomes a person, audited, with a proved address in one spelling", async () => {
    const user = await adapter.createUser?.({ email: "New@People.Example", emailVerified: null } as never);
    expect(user).toMatchObject({ email: "new@people.example", emailVerified: expect.any(Date) });
    expect(user?.id).toMatch(/^per_/);
    const row = await db.prisma.person.findUnique({ where: { id: user?.id ?? "" } });
    expect(row?.locale).toBe("de"); // the language of the page they came by
    expect(await adapter.getUserByEmail?.("NEW@people.example")).toMatchObject({ id: user?.id });
    expect(
      await db.prisma.auditRecord.count({
        where: { subject: user?.id ?? "", command: "parties.register_person" },
      }),
    ).toBe(1);
  });

  test("the session's token is given back to next-auth, and stored only as its digest", async () => {
    const { id: userId } = await aPerson();
    const sessionToken = "t".repeat(43);
    const session = { sessionToken, userId, expires: inAnHour() };
    expect(await adapter.createSession?.(session)).toMatchObject({ sessionToken });
    expect(await db.prisma.session.count({ where: { sessionToken } })).toBe(0);
    expect(await adapter.getSessionAndUser?.(sessionToken)).toMatchObject({
      session: { sessionToken },
      user: { id: userId },
    });
    expect(await actorOfSession(sessionToken)).toMatchObject({ personId: userId });
    await adapter.deleteSession?.(sessionToken);
    await adapter.deleteSession?.(sessionToken);
    expect(await actorOfSession(sessionToken)).toBeNull();
  });

  test("of a provider only the name and id are kept, not its tokens", async () => {
    const { id: userId } = await aPerson();
    const account = {
      userId,
      type: "oauth",
      provider: "github",
      providerAccountId: "42",
      access_token: "secret",
    };
    await adapter.linkAccount?.(account as never);
    const row = await db.prisma.signInIdentity.findFirstOrThrow({ where: { userId } });
    expect(JSON.stringify(row)).not.toContain("secret");
    const found = await adapter.getUserByAccount?.({ provider: "github", providerAccountId: "42" });
    expect(found).toMatchObject({ id: userId });
  });
});

describe("completing a sign-in", () => {
  test("counts as fresh, remembers the device and replaces the browser's earlier session", async () => {
    const { id } = await aPerson();
    const previousToken = await signInAs(id, new Date(Date.now() - 3 * 60 * 60_000));
    const token = await signInAs(id, new Date(Date.now() - 60 * 60_000));
    const input = { token, previousToken, replacement: null, userAgent: "Firefox", method: "email" };
    await completeSignIn(callAs(SYSTEM), input);
    const actor = await actorOfSession(token);
    expect(actor?.kind === "user" && Date.now() - actor.signedInAt.getTime()).toBeLessThan(10_000);
    expect(await actorOfSession(previousToken)).toBeNull();
    expect(await db.prisma.session.findFirst({ where: { userId: id } })).toMatchObject({
      userAgent: "Firefox",
    });
    expect(
      await db.prisma.auditRecord.count({
        where: { command: "parties.sign_in", personId: id, outcome: "done" },
      }),
    ).toBe(1);
    await expect(completeSignIn(callAs(ANONYMOUS), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("confirming where next-auth keeps the session begins a new one in its place", async () => {
    const { id } = await aPerson();
    const token = await signInAs(id, new Date(Date.now() - 60 * 60_000));
    const replacement = "r".repeat(43);
    const input = { token, previousToken: token, replacement, userAgent: null, method: "oidc" };
    const { sessionId } = await completeSignIn(callAs(SYSTEM), input);
    expect(await actorOfSession(token)).toBeNull();
    expect(await actorOfSession(replacement)).toMatchObject({ personId: id, sessionId });
    expect(await db.prisma.session.count({ where: { userId: id } })).toBe(1);
  });
});

describe("a session nobody used", () => {
  test("opens nothing after fourteen idle days, and nothing can be connected to it", async () => {
    const { id } = await aPerson();
    const token = await signInAs(id);
    expect(await actorOfSession(token)).not.toBeNull();
    const lastSeenAt = new Date(Date.now() - LIMITS.sessionIdleDays * DAY_MS);
    await db.prisma.session.updateMany({ where: { userId: id }, data: { lastSeenAt } });
    expect(await actorOfSession(token)).toBeNull();
    expect(await authAdapter(async () => "en").getSessionAndUser?.(token)).toBeNull();
    expect((await mySessions(callAs(await actorFor(id)), {})).items).toHaveLength(1);
  });

  test("that is over opens nothing for next-auth either", async () => {
    const { id } = await aPerson();
    const token = await signInAs(id);
    await db.prisma.session.updateMany({ where: { userId: id }, data: { expires: new Date() } });
    expect(await authAdapter(async () => "en").getSessionAndUser?.(token)).toBeNull();
  });
});

describe("the demo world", () => {
  afterEach(() => {
    process.env.REMIT_DEMO = "0";
    forgetEnv();
  });

  test("its people are listed and can be signed in as; real people cannot", async () => {
    const invented = await aPerson({ name: "Mara", demoPersona: "Creator" });
    const real = await aPerson();
    expect((await demoPersonas(callAs(ANONYMOUS), {})).items).toEqual([]);
    process.env.REMIT_DEMO = "1";
    forgetEnv();
    expect((await demoPersonas(callAs(ANONYMOUS), {})).items).toEqual([
      expect.objectContaining({ personId: invented.id, name: "Mara", persona: "Creator" }),
    ]);
    const input = { userAgent: "test", previousToken: null };
    const { token, locale } = await signInAsDemoPersona(callAs(ANONYMOUS), {
      ...input,
      personId: invented.id,
    });
    expect(locale).toBe("en");
    expect(await actorOfSession(token)).toMatchObject({ personId: invented.id });
    await expect(
      signInAsDemoPersona(callAs(ANONYMOUS), { ...input, personId: real.id }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const again = await signInAsDemoPersona(callAs(ANONYMOUS), {
      ...input,
      personId: invented.id,
      previousToken: token,
    });
    expect(await actorOfSession(token)).toBeNull();
    expect(await actorOfSession(again.token)).not.toBeNull();
  });
});
