import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { verifyDocument } from "@/infra/crypto/signer";
import type { Actor } from "@/kernel/actor";
import { aPersonActor } from "@/test/factories/consent";
import { termsReceipt } from "./queries/terms-receipt";
import { setTerms } from "./terms/set-terms";
import { withdrawTerms } from "./terms/withdraw-terms";

const T0 = new Date("2026-03-01T10:00:00Z");
const later = (minutes: number): Date => new Date(T0.getTime() + minutes * 60_000);
const at = (actor: Actor, now = T0) => ({ actor, now, requestId: `req_${now.getTime()}` });
const person = { scope: { kind: "person" } } as const;

describe("the receipt of a version", () => {
  test("is signed, says what was saved and when, and is the same whenever it is asked for", async () => {
    const me = aPersonActor();
    const saved = await setTerms(at(me), { preset: "paid_anything", note: "as agreed" });
    const receipt = await termsReceipt(at(me, later(1)), { versionId: saved.id });
    expect(receipt).toMatchObject({
      version: { id: saved.id, note: "as agreed", scope: { kind: "person" } },
      state: "in_force",
      previousId: null,
    });
    const { typ, content } = await verifyDocument(receipt.signed);
    expect(typ).toBe("remit-terms-receipt+jws");
    expect(content).toMatchObject({
      sub: me.personId,
      version: saved.id,
      iat: T0.getTime() / 1000,
      savedAt: T0.toISOString(),
      effectiveFrom: T0.toISOString(),
      contentDigest: receipt.contentDigest,
    });
    const { terms } = content as { terms: unknown };
    expect(createHash("sha256").update(JSON.stringify(terms)).digest("hex")).toBe(receipt.contentDigest);
    expect((await termsReceipt(at(me, later(600)), { versionId: saved.id })).signed).toBe(receipt.signed);
  });

  test("names what it changed, and whether it is still in force", async () => {
    const me = aPersonActor();
    const first = await setTerms(at(me), { preset: "never" });
    const second = await setTerms(at(me, later(5)), { preset: "paid_anything" });
    const now = at(me, later(10));
    expect(await termsReceipt(now, { versionId: first.id })).toMatchObject({ state: "replaced" });
    const receipt = await termsReceipt(now, { versionId: second.id });
    expect(receipt).toMatchObject({ state: "in_force", previousId: first.id });
    expect(receipt.changes.length).toBeGreaterThan(0);
    expect(receipt.contentDigest).not.toBe((await termsReceipt(now, { versionId: first.id })).contentDigest);
  });

  test("of terms that begin later says so until then", async () => {
    const me = aPersonActor();
    const begins = later(24 * 60);
    const saved = await setTerms(at(me), { preset: "never", effectiveFrom: begins.toISOString() });
    const state = async (now: Date) => (await termsReceipt(at(me, now), { versionId: saved.id })).state;
    expect(await state(later(1))).toBe("scheduled");
    expect(await state(begins)).toBe("in_force");
  });

  test("of a withdrawal has no terms and no digest, and is signed all the same", async () => {
    const me = aPersonActor();
    const before = await setTerms(at(me), { preset: "never" });
    const withdrawn = await withdrawTerms(at(me, later(5)), person);
    const receipt = await termsReceipt(at(me, later(6)), { versionId: withdrawn.id });
    expect(receipt).toMatchObject({ contentDigest: null, previousId: before.id });
    const { content } = await verifyDocument(receipt.signed);
    expect(content).toMatchObject({ version: withdrawn.id, terms: null, contentDigest: null });
  });

  test("is its person's alone", async () => {
    const me = aPersonActor();
    const { id: versionId } = await setTerms(at(me), { preset: "never" });
    await expect(termsReceipt(at(aPersonActor()), { versionId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(termsReceipt(at(me), { versionId: "trm_nowhere" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(termsReceipt(at({ kind: "anonymous" }), { versionId })).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
    const key: Actor = {
      ...{ kind: "apiKey", keyId: "key_o", scopes: ["consent:read"], personId: null },
      membership: { organisationId: "org_1", kind: "platform", role: "owner" },
    };
    await expect(termsReceipt(at(key), { versionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("cannot be changed: one altered character breaks the signature", async () => {
    const me = aPersonActor();
    const { id: versionId } = await setTerms(at(me), { preset: "never" });
    const { signed } = await termsReceipt(at(me), { versionId });
    const [head = "", body = "", signature = ""] = signed.split(".");
    const other = Buffer.from(
      Buffer.from(body, "base64url").toString().replace(me.personId, "per_somebody_else"),
    ).toString("base64url");
    await expect(verifyDocument([head, other, signature].join("."))).rejects.toThrow();
  });
});
