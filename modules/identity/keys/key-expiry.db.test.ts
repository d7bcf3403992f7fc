import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { LIMITS } from "@/kernel/limits";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { waysInOf } from "../departure";
import { listApiKeys } from "../queries/api-keys";
import { actorOfApiKey } from "../sign-in/resolve-actor";
import { createApiKey } from "./create-api-key";
import { revokeApiKey } from "./revoke-api-key";

const DAY_MS = 86_400_000;
const MADE = new Date("2026-11-23T10:00:00.123Z");
const daysOn = (days: number, ms = 0) => new Date(MADE.getTime() + days * DAY_MS + ms);

let personId: string;
beforeEach(async () => {
  personId = (await aPerson()).id;
});

/** Acts at that moment, signed in just then. */
const at = async (now: Date, who = personId) => callAs(await actorFor(who, now), { now });
const make = async (name: string, more: { expiresInDays?: number | null } = {}, now = MADE) =>
  createApiKey(await at(now), { name, preset: "read_only", ...more });

describe("a key expires", () => {
  test.each([
    ["after 90 days when nothing is said", {}, daysOn(90)],
    ["after as many days as are said", { expiresInDays: 365 }, daysOn(365)],
    ["never, when that is said", { expiresInDays: null }, null],
  ])("%s", async (_, more, expiresAt) => {
    const made = await make("x", more);
    const kept = await db.prisma.apiKey.findUniqueOrThrow({ where: { id: made.id } });
    expect(kept.expiresAt).toEqual(expiresAt);
    expect(made).toMatchObject({ expiresAt: expiresAt?.toISOString() ?? null, state: "active" });
    const audit = await db.prisma.auditRecord.findFirstOrThrow({ where: { subject: made.id } });
    expect(audit.detail).toMatchObject({ expiresAt: made.expiresAt });
  });

  test.each([0, -1, 1.5, LIMITS.apiKeyDaysMax + 1])("but not after %s days", async (expiresInDays) => {
    await expect(make("x", { expiresInDays })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ path: "expiresInDays" }],
    });
  });

  test("at the very instant, with its reason for a caller who has the whole secret, and leaves no trace of a use", async () => {
    const { id, secret } = await make("x", { expiresInDays: 1 });
    if (secret === null) throw new Error("no secret");
    expect(await actorOfApiKey(secret, daysOn(1, -1))).toMatchObject({ keyId: id });
    for (const late of [daysOn(1), daysOn(400)])
      await expect(actorOfApiKey(secret, late)).rejects.toMatchObject({
        code: "NOT_SIGNED_IN",
        message: "This key expired on 2026-11-24 (UTC). Create a new one.",
        detail: { because: "key_expired", expiredAt: daysOn(1).toISOString() },
      });
    const { lastUsedAt } = await db.prisma.apiKey.findUniqueOrThrow({ where: { id } });
    expect(lastUsedAt).toEqual(daysOn(1, -1));
    expect(await actorOfApiKey(`${secret}x`, daysOn(1))).toBeNull();
    expect(await actorOfApiKey(secret.slice(0, -1), daysOn(1))).toBeNull();
  });

  test("and one that was revoked says nothing of it", async () => {
    const { id, secret } = await make("x", { expiresInDays: 1 });
    await revokeApiKey(await at(daysOn(0, 1)), { keyId: id });
    expect(await actorOfApiKey(secret ?? "", daysOn(2))).toBeNull();
  });

  test("and the database lets none end before it begins", async () => {
    const { id } = await make("x");
    const update = db.prisma.apiKey.update({ where: { id }, data: { expiresAt: MADE } });
    await expect(update).rejects.toThrow("api_key_lives_a_while");
  });
});

test("lists have what works first, newest first, then what ended, latest first", async () => {
  await make("old, for good", { expiresInDays: null });
  await make("expired first", { expiresInDays: 2 }, daysOn(1));
  const revoked = await make("revoked between", {}, daysOn(1, 1));
  await make("expired last", { expiresInDays: 4 }, daysOn(1, 2));
  await make("newest", {}, daysOn(2));
  await revokeApiKey(await at(daysOn(4)), { keyId: revoked.id });
  const seen = async (now: Date) =>
    (await listApiKeys(await at(now), {})).items.map(({ name, state }) => `${name}: ${state}`);
  const ended = ["revoked between: revoked", "expired first: expired"];
  expect(await seen(daysOn(5, 1))).toEqual([
    ...["newest: active", "expired last: active", "old, for good: active"],
    ...ended,
  ]);
  expect(await seen(daysOn(5, 2))).toEqual([
    ...["newest: active", "old, for good: active", "expired last: expired"],
    ...ended,
  ]);
  expect((await waysInOf(personId, daysOn(5, 2))).apiKeys).toBe(2);
});

test("an expired key makes room for another", async () => {
  const { id: organisationId, ownerId } = await anOrganisation();
  const input = { organisationId, name: "x", preset: "read_only", expiresInDays: 1 } as const;
  const first = await at(MADE, ownerId);
  for (let n = 0; n < LIMITS.apiKeysMax; n++) await createApiKey(first, input);
  await expect(createApiKey(await at(daysOn(1, -1), ownerId), input)).rejects.toMatchObject({
    detail: { because: "keys_in_use" },
  });
  expect(await createApiKey(await at(daysOn(1), ownerId), input)).toMatchObject({ state: "active" });
});
