import { describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { registerPerson } from "@/modules/parties/people/register-person";
import { actorFor, anApiKey, anOrganisation, aPerson, callAs, SYSTEM } from "@/test/factories/parties";
import { mySignInMethods } from "../queries/sign-in";
import { newSessionToken } from "../secrets";
import { linkProvider } from "./link-provider";
import { unlinkProvider } from "./unlink-provider";

const connect = (personId: string, provider = "github") =>
  linkProvider(callAs(SYSTEM), {
    ...{ personId, provider, type: "oauth" },
    providerAccountId: newSessionToken().slice(0, 20),
  });
const methods = (actor: Actor) => mySignInMethods(callAs(actor), {});
const linkedEvents = (personId: string) =>
  db.prisma.outboxEvent.count({
    where: { type: "parties.provider_linked", payload: { path: ["personId"], equals: personId } },
  });

describe("a provider", () => {
  test("opens the account from then on, and its owner gets a notice of it", async () => {
    const { id, email } = await aPerson();
    const actor = await actorFor(id);
    expect(await methods(actor)).toEqual({ email, providers: [], secondStepSince: null });
    expect(await connect(id)).toEqual({ provider: "github" });
    await connect(id, "google");
    expect(await methods(actor)).toMatchObject({ providers: ["github", "google"] });
    expect(await linkedEvents(id)).toBe(2);
    const row = await db.prisma.signInIdentity.findFirstOrThrow({ where: { userId: id } });
    expect(row).toMatchObject({ access_token: null, refresh_token: null, id_token: null });
  });

  test("is no news to a newcomer, who signs in with it for the first time", async () => {
    const { id } = await aPerson();
    await connect(id);
    expect(await linkedEvents(id)).toBe(0);
  });

  test("is connected by signing in alone: nobody else finds the way there", async () => {
    const { id } = await aPerson();
    const identity = { personId: id, type: "oauth", provider: "github", providerAccountId: "1" };
    for (const actor of [await actorFor(id), { kind: "anonymous" } as const])
      await expect(linkProvider(callAs(actor), identity)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db.prisma.signInIdentity.count({ where: { userId: id } })).toBe(0);
  });

  test("belongs to one person only", async () => {
    const [first, second] = [await aPerson(), await aPerson()];
    const identity = { type: "oauth", provider: "github", providerAccountId: "same" };
    await linkProvider(callAs(SYSTEM), { ...identity, personId: first.id });
    await expect(linkProvider(callAs(SYSTEM), { ...identity, personId: second.id })).rejects.toThrow();
    expect(await methods(await actorFor(second.id))).toMatchObject({ providers: [] });
  });
});

describe("a provider is disconnected", () => {
  test("by its person, who signed in a short while ago", async () => {
    const { id } = await aPerson();
    await connect(id);
    const old = await actorFor(id, new Date(Date.now() - 60 * 60_000));
    await expect(unlinkProvider(callAs(old), { provider: "github" })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    const actor = await actorFor(id);
    expect(await unlinkProvider(callAs(actor), { provider: "github" })).toEqual({ provider: "github" });
    expect(await methods(actor)).toMatchObject({ providers: [] });
    await expect(unlinkProvider(callAs(actor), { provider: "github" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const audited = await db.prisma.auditRecord.findMany({
      where: { command: "parties.unlink_provider", personId: id },
      orderBy: { id: "asc" },
    });
    expect(audited.map(({ outcome }) => outcome).sort()).toEqual(["done", "refused", "refused"]);
  });

  test("and one person's act leaves the other's alone", async () => {
    const [mine, theirs] = [await aPerson(), await aPerson()];
    await connect(theirs.id);
    await expect(
      unlinkProvider(callAs(await actorFor(mine.id)), { provider: "github" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await methods(await actorFor(theirs.id))).toMatchObject({ providers: ["github"] });
  });

  test("but never the last way in of somebody without an e-mail address", async () => {
    const { id } = await registerPerson(callAs(SYSTEM), { email: null, name: "Ada", emailVerified: false });
    await connect(id);
    const actor = await actorFor(id);
    await expect(unlinkProvider(callAs(actor), { provider: "github" })).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { because: "only_way_in" },
    });
    await connect(id, "google");
    await unlinkProvider(callAs(actor), { provider: "github" });
    expect(await methods(actor)).toEqual({ email: null, providers: ["google"], secondStepSince: null });
  });

  test("and no API key does it, nor reads the ways in", async () => {
    const { id } = await aPerson();
    await connect(id);
    const key = (await anApiKey(await actorFor(id), { preset: "all" })).actor;
    await expect(unlinkProvider(callAs(key), { provider: "github" })).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
    await expect(methods(key)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    expect(await db.prisma.signInIdentity.count({ where: { userId: id } })).toBe(1);
  });
});

test("the ways in say since when the second step is on", async () => {
  const operator = await anOrganisation({ kind: "operator", name: "Ways in" });
  const step = await db.prisma.secondStep.findUniqueOrThrow({ where: { personId: operator.ownerId } });
  expect(await methods(operator.owner)).toMatchObject({
    secondStepSince: step.confirmedAt?.toISOString(),
  });
});
