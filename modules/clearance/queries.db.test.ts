import { compactVerify, importJWK } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import type { CallContext } from "@/infra/verb/command";
import type { Actor } from "@/kernel/actor";
import { chooseForDeal } from "@/modules/deals/contributor/choose-for-deal";
import { aClearance, aReadyManifest } from "@/test/factories/allocation";
import { aPersonActor, somePersonTerms } from "@/test/factories/consent";
import { noticedDeal } from "@/test/factories/deals";
import { anApiKey, anOrganisation, callAs } from "@/test/factories/parties";
import { manyVerifiedHandles } from "@/test/factories/works";
import { clearance, dealClearances, signingKeys } from "./queries";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
let organisationId: string;
let owner: Actor;
let platform: CallContext;
let stranger: CallContext;
let dealId: string;
let older: string;
let newer: string;
const ann = aPersonActor();

beforeAll(async () => {
  const forum = await anOrganisation();
  [organisationId, owner] = [forum.id, forum.owner];
  platform = callAs(owner);
  stranger = callAs((await anOrganisation()).owner);
  await manyVerifiedHandles(forum.id, [{ name: "ann", personId: ann.personId }], LONG_AGO);
  await somePersonTerms(ann.personId, "paid_anything", LONG_AGO);
  dealId = (await noticedDeal(platform, { noticeDays: 14 })).id;
  await aReadyManifest({ dealId, organisationId }, [
    { contributor: "ann", tokens: 70 },
    { contributor: "ben", tokens: 30 },
  ]);
  older = await aClearance(platform, { dealId });
  newer = await aClearance(platform, { dealId });
}, 60_000);

describe("the clearances of a deal", () => {
  test("are listed newest first, page by page, with what they found", async () => {
    const { items } = await dealClearances(platform, { dealId });
    expect(items.map(({ id }) => id)).toEqual([newer, older]);
    expect(items[0]).toMatchObject({
      state: "succeeded",
      answeredSince: false,
      counts: { cleared: { rows: "1", tokens: "70" }, unset: { rows: "1", tokens: "30" } },
    });
    expect(items[0]).toEqual(await clearance(platform, { clearanceId: newer }));
    const first = await dealClearances(platform, { dealId, limit: 1 });
    expect(first.items.map(({ id }) => id)).toEqual([newer]);
    const rest = await dealClearances(platform, { dealId, limit: 1, cursor: first.nextCursor ?? "" });
    expect(rest).toMatchObject({ items: [{ id: older }], nextCursor: null });
  });

  test("rest on the same consent when nobody has changed theirs", async () => {
    const [second, first] = (await dealClearances(platform, { dealId })).items;
    expect(second?.consentDigest).toBe(first?.consentDigest);
    expect(second?.asOf).not.toBe(first?.asOf);
  });

  test("of another deal are not among them", async () => {
    const other = (await noticedDeal(platform)).id;
    expect(await dealClearances(platform, { dealId: other })).toEqual({ items: [], nextCursor: null });
  });

  test("are not there for a stranger, nor for nobody, nor for a key without the scope", async () => {
    await expect(dealClearances(stranger, { dealId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(clearance(stranger, { clearanceId: newer })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(dealClearances(callAs({ kind: "anonymous" }), { dealId })).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
    const { actor } = await anApiKey(owner, { organisationId, scopes: ["deals:read"] });
    await expect(dealClearances(callAs(actor), { dealId })).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(dealClearances(callAs(ann), { dealId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("say when a contributor has answered since", async () => {
    await chooseForDeal(callAs(aPersonActor(ann.personId)), { dealId, choice: "object" });
    expect((await dealClearances(platform, { dealId })).items.map((one) => one.answeredSince)).toEqual([
      true,
      true,
    ]);
    const after = await aClearance(platform, { dealId });
    const { items } = await dealClearances(platform, { dealId });
    expect(items[0]).toMatchObject({ id: after, answeredSince: false, counts: { cleared: { rows: "0" } } });
  });
});

describe("the signing keys", () => {
  test("check a certificate for anybody, and hold no secret", async () => {
    const { keys } = await signingKeys(callAs({ kind: "anonymous" }), {});
    const [key] = keys;
    expect(key).toMatchObject({ kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig" });
    expect(key).not.toHaveProperty("d");
    const { certificate } = await clearance(platform, { clearanceId: older });
    const jwk = await importJWK(key as never, "EdDSA");
    const { payload, protectedHeader } = await compactVerify(certificate ?? "", jwk);
    expect(protectedHeader.kid).toBe(key?.kid);
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ clearance: older, deal: dealId });
  });
});
