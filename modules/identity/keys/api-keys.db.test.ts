import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { updateProfile } from "@/modules/parties/people/update-profile";
import { whoAmI } from "@/modules/parties/queries/me";
import { actorFor, aMember, anApiKey, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { listGrantableScopes } from "../queries/api-keys";
import { actorOfApiKey } from "../sign-in/resolve-actor";
import { createApiKey } from "./create-api-key";
import { revokeApiKey } from "./revoke-api-key";

let organisation: { id: string; ownerId: string; owner: Actor };
let stranger: Actor;

beforeAll(async () => {
  organisation = await anOrganisation();
  stranger = (await anOrganisation({ kind: "lab" })).owner;
});

describe("API keys", () => {
  test("the secret is shown once, stored as a digest, and acts with exactly its scopes", async () => {
    const call = callAs(organisation.owner, { idempotencyKey: "key-1" });
    const input = { organisationId: organisation.id, name: "reader", scopes: ["deals:read" as const] };
    const made = await createApiKey(call, input);
    expect(made.secret).toMatch(/^rmt_live_[\w-]{43}$/);
    expect(await createApiKey(call, input)).toEqual({ ...made, secret: null });
    const tables = ["api_key", "idempotency_record", "audit_record", "outbox_event"];
    for (const table of tables) {
      const { rows } = await db.pool.query(`SELECT row_to_json(t)::text AS row FROM ${table} t`);
      expect(rows.map((row) => row.row).join()).not.toContain(made.secret);
    }
    const actor = await actorOfApiKey(made.secret ?? "");
    expect(actor).toMatchObject({
      kind: "apiKey",
      scopes: ["deals:read"],
      membership: { organisationId: organisation.id, kind: "platform" },
    });
    await expect(whoAmI(callAs(actor as Actor), {})).rejects.toMatchObject({ code: "SCOPE_MISSING" });
  });

  test("last use is written at most once a minute", async () => {
    const { id, secret } = await anApiKey(organisation.owner, { organisationId: organisation.id });
    const lastUse = async () =>
      (await db.prisma.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime();
    const first = await lastUse();
    await actorOfApiKey(secret, new Date((first ?? 0) + 59_000));
    expect(await lastUse()).toBe(first);
    await actorOfApiKey(secret, new Date((first ?? 0) + 61_000));
    expect(await lastUse()).toBe((first ?? 0) + 61_000);
  });

  test("nobody gives what they lack, and no key makes keys", async () => {
    const organisationId = organisation.id;
    await expect(
      createApiKey(callAs(organisation.owner), { organisationId, name: "x", scopes: ["operator:read"] }),
    ).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    const reader = await anApiKey(organisation.owner, { organisationId, preset: "read_only" });
    await expect(
      createApiKey(callAs(reader.actor), { organisationId, name: "x", preset: "all" }),
    ).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    const narrow = await anApiKey(organisation.owner, {
      organisationId,
      scopes: ["parties:write", "deals:read"],
    });
    await expect(
      createApiKey(callAs(narrow.actor), { organisationId, name: "x", preset: "all" }),
    ).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await expect(
      createApiKey(callAs(stranger), { organisationId, name: "x", preset: "all" }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      createApiKey(callAs(organisation.owner), { organisationId, name: "x" }),
    ).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("what one may put on a key is what one has: for an organisation, and for oneself", async () => {
    const { id: organisationId, owner } = organisation;
    const scopes = async (actor: Actor, of: string | null) =>
      (await listGrantableScopes(callAs(actor), { organisationId: of })).scopes;
    const all = await scopes(owner, organisationId);
    expect(all).toEqual(expect.arrayContaining(["deals:write", "manifests:write", "parties:write"]));
    expect(all).not.toContain("operator:read");
    const own = await scopes(owner, null);
    expect(own).toContain("works:write");
    expect(own).not.toContain("deals:write");
    const { actor: billing } = await aMember(organisationId, "billing");
    expect((await scopes(billing, organisationId)).filter((scope) => scope.endsWith(":write"))).toEqual([]);
    const { actor: key } = await anApiKey(owner, { organisationId, scopes: ["parties:read", "deals:read"] });
    expect(await scopes(key, null)).toEqual(["parties:read", "deals:read"]); // Its own organisation is meant.
    await expect(scopes(stranger, organisationId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(scopes({ kind: "anonymous" }, null)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });

  test("a revoked one opens nothing; another party's is not there", async () => {
    const { id, secret } = await anApiKey(organisation.owner, { organisationId: organisation.id });
    const mine = await anApiKey(organisation.owner, { preset: "read_only" });
    for (const keyId of [id, mine.id, "key_nowhere"]) {
      await expect(revokeApiKey(callAs(stranger), { keyId })).rejects.toMatchObject({
        code: "NOT_FOUND",
        message: "No such API key, or you do not have access to it.",
      });
    }
    await revokeApiKey(callAs(organisation.owner), { keyId: id });
    await revokeApiKey(callAs(organisation.owner), { keyId: id });
    expect(await actorOfApiKey(secret)).toBeNull();
    expect(await actorOfApiKey("rmt_live_guess")).toBeNull();
    expect(
      await db.prisma.outboxEvent.count({
        where: { payload: { equals: { keyId: id } }, type: "parties.api_key_revoked" },
      }),
    ).toBe(1);
  });

  test("a person's own key knows whose it is", async () => {
    const { id } = await aPerson({ name: "Ada" });
    const key = await anApiKey(await actorFor(id), { preset: "read_only" });
    expect(await whoAmI(callAs(key.actor), {})).toMatchObject({
      kind: "apiKey",
      person: { name: "Ada" },
      memberships: [],
    });
    await expect(updateProfile(callAs(key.actor), { name: "Eve" })).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
  });
});
