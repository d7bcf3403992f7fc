import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { SCHEDULED } from "@/jobs/schedule";
import { LIMITS } from "@/kernel/limits";
import { createApiKey } from "@/modules/identity/keys/create-api-key";
import { revokeApiKey } from "@/modules/identity/keys/revoke-api-key";
import { actorOfApiKey } from "@/modules/identity/sign-in/resolve-actor";
import { listNotices } from "@/modules/notices/inbox/queries";
import { actorFor, aMember, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { tellExpiringKeys } from "./keys";

const DAY_MS = 86_400_000;
const MADE = new Date("2026-11-23T10:00:00Z");
const daysOn = (days: number, ms = 0) => new Date(MADE.getTime() + days * DAY_MS + ms);

let harbour: Awaited<ReturnType<typeof anOrganisation>>;
let admin: string;
let analyst: string;
let ada: string;
beforeAll(async () => {
  harbour = await anOrganisation({ name: "Harbour" });
  admin = (await aMember(harbour.id, "admin")).personId;
  analyst = (await aMember(harbour.id, "analyst")).personId;
  ada = (await aPerson()).id;
});

/** A key made at MADE and last used then, or at another moment. */
async function aUsedKey(facts: { name: string; days?: number | null; usedAt?: Date | null; own?: boolean }) {
  const { name, days = 90, usedAt = MADE, own = false } = facts;
  const maker = await actorFor(own ? ada : harbour.ownerId, MADE);
  const { id, secret } = await createApiKey(callAs(maker, { now: MADE }), {
    ...{ name, preset: "read_only", expiresInDays: days },
    organisationId: own ? null : harbour.id,
  });
  if (usedAt !== null) await actorOfApiKey(secret ?? "", usedAt);
  return id;
}

const toldOf = async (keyId: string) =>
  (await db.prisma.notice.findMany({ where: { eventKey: `${keyId}:key_expiring` } }))
    .map(({ personId }) => personId)
    .sort();

describe("a key that programs use brings a notice one week before it expires", () => {
  test("to owners and admins, once, from that instant on", async () => {
    const keyId = await aUsedKey({ name: "nightly", usedAt: daysOn(60) });
    await tellExpiringKeys(daysOn(83, -1));
    expect(await toldOf(keyId)).toEqual([]);
    for (const at of [daysOn(83), daysOn(83), daysOn(86), daysOn(90, -1)]) await tellExpiringKeys(at);
    expect(await toldOf(keyId)).toEqual([harbour.ownerId, admin].sort());
    expect(await toldOf(keyId)).not.toContain(analyst);
    const [notice] = (await listNotices(callAs(harbour.owner), { topic: "security" })).items;
    expect(notice).toMatchObject({
      kind: "key_expiring",
      params: {
        name: "nightly",
        of: "Harbour",
        holder: "organisation",
        until: { at: daysOn(90).toISOString() },
      },
      link: `/o/${harbour.id}/keys`,
      organisationId: harbour.id,
    });
  });

  test("two workers at the same moment tell it once", async () => {
    const keyId = await aUsedKey({ name: "twice", usedAt: daysOn(80) });
    await Promise.all([1, 2, 3].map(() => tellExpiringKeys(daysOn(84))));
    expect(await toldOf(keyId)).toHaveLength(2);
  });

  test("to whose own it is", async () => {
    const keyId = await aUsedKey({ name: "mine", usedAt: daysOn(80), own: true });
    await tellExpiringKeys(daysOn(84));
    expect(await toldOf(keyId)).toEqual([ada]);
    const [notice] = (await listNotices(callAs(await actorFor(ada)), { topic: "security" })).items;
    expect(notice).toMatchObject({ params: { holder: "you" }, link: "/me/keys", organisationId: null });
  });

  test("also when it is used again only in its last week", async () => {
    const keyId = await aUsedKey({ name: "woken", usedAt: daysOn(85) });
    await tellExpiringKeys(daysOn(86));
    expect(await toldOf(keyId)).toHaveLength(2);
  });
});

test.each([
  ["was never used", { usedAt: null }],
  ["was last used more than 30 days ago", { usedAt: daysOn(84 - LIMITS.apiKeyInUseDays, -1) }],
  ["has no expiry", { days: null, usedAt: daysOn(80) }],
  ["was made for a week at most", { days: LIMITS.apiKeyWarningDays, at: daysOn(1) }],
  ["has expired", { usedAt: daysOn(80), at: daysOn(90) }],
])("nobody gets a notice of a key that %s", async (name, { at = daysOn(84), ...facts }: Quiet) => {
  const keyId = await aUsedKey({ name, ...facts });
  await tellExpiringKeys(at);
  expect(await toldOf(keyId)).toEqual([]);
});
type Quiet = { days?: number | null; usedAt?: Date | null; at?: Date };

test("nor of one that was revoked", async () => {
  const keyId = await aUsedKey({ name: "revoked", usedAt: daysOn(80) });
  await revokeApiKey(callAs(harbour.owner, { now: daysOn(82) }), { keyId });
  await tellExpiringKeys(daysOn(84));
  expect(await toldOf(keyId)).toEqual([]);
});

test("the clock asks for it", async () => {
  expect(SCHEDULED).toHaveProperty("tell-expiring-keys");
});
