import { generateKeyPairSync } from "node:crypto";
import { SignJWT } from "jose";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { type Actor, actorName } from "@/kernel/actor";
import { actorFor, anApiKey, aPerson, callAs } from "@/test/factories/parties";
import { anAttestation, anAttestingPlatform, aVerifiedHandle } from "@/test/factories/works";
import { claimHandle } from "../claim/claim-handle";
import { startProof } from "../proof/start-proof";
import { attestHandle } from "./attest-handle";

let alice: Actor;
let mallory: Actor;
const later = () => new Date();
const at = (actor: Actor) => callAs(actor);

beforeEach(async () => {
  alice = await actorFor((await aPerson()).id);
  mallory = await actorFor((await aPerson()).id);
});

describe("proof by attestation", () => {
  test("the person or the platform may hand it in, once", async () => {
    const platform = await anAttestingPlatform();
    expect(await aVerifiedHandle(alice, platform, "Signed", later())).toMatchObject({ name: "signed" });
    const handle = await claimHandle(at(alice), { platformId: platform.id, name: "second" });
    const now = later();
    const { code } = await startProof(callAs(alice, { now }), { handleId: handle.id, method: "attestation" });
    const token = await anAttestation(platform, { code, handle: "@Second", at: now });
    await expect(attestHandle(callAs(mallory, { now }), { token })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const key = await anApiKey(platform.owner, { organisationId: platform.id });
    expect(await attestHandle(callAs(key.actor, { now }), { token })).toEqual({
      handleId: handle.id,
      state: "verified",
    });
    await expect(attestHandle(callAs(alice, { now }), { token })).rejects.toMatchObject({
      code: "PROOF_EXPIRED",
    });
    const audited = { command: "works.attest_handle", outcome: "done", organisationId: platform.id };
    const rows = await db.prisma.auditRecord.findMany({ where: audited });
    expect(rows.map(({ actor }) => actor)).toEqual([actorName(key.actor)]); // not Alice, who handed in her own
  });

  test("every fault is said for people, with what to do", async () => {
    const platform = await anAttestingPlatform();
    const other = await anAttestingPlatform();
    const handle = await claimHandle(at(alice), { platformId: platform.id, name: "strict" });
    const now = later();
    const { code } = await startProof(callAs(alice, { now }), { handleId: handle.id, method: "attestation" });
    const right = { code, handle: "strict", at: now };
    const stranger = generateKeyPairSync("ed25519").privateKey;
    const tokens: [Promise<string>, string, string][] = [
      [
        anAttestation({ ...platform, privateKey: stranger }, right),
        "ATTESTATION_INVALID",
        "does not have the signature",
      ],
      [
        anAttestation(platform, { ...right, minutes: 60 }),
        "ATTESTATION_INVALID",
        "the maximum is 10 minutes",
      ],
      [anAttestation(platform, { ...right, minutes: -5 }), "ATTESTATION_INVALID", "expired"],
      [
        anAttestation(platform, { ...right, handle: "someone-else" }),
        "ATTESTATION_INVALID",
        "this page is for strict",
      ],
      [anAttestation(other, right), "ATTESTATION_INVALID", "this page is for strict"],
      [
        anAttestation(platform, { ...right, iss: "org_none" }),
        "ATTESTATION_INVALID",
        "No platform on Remit made this confirmation",
      ],
      [anAttestation(platform, { ...right, code: "0".repeat(24) }), "NOT_FOUND", "for another code"],
      [Promise.resolve("not-a-token-at-all-really"), "ATTESTATION_INVALID", "not a signed confirmation"],
    ];
    for (const [token, refusal, words] of tokens)
      await expect(attestHandle(callAs(alice, { now }), { token: await token })).rejects.toMatchObject({
        code: refusal,
        message: expect.stringContaining(words),
      });
    for (const [token] of tokens)
      await expect(attestHandle(callAs(alice, { now }), { token: await token })).rejects.not.toThrow(
        /\b(iss|sub|exp|jti|alg|JWT|claim)\b/,
      );
    const unsigned = `${btoa('{"alg":"none"}').replace(/=/g, "")}.${btoa(JSON.stringify({ iss: platform.id })).replace(/=/g, "")}.`;
    await expect(attestHandle(callAs(alice, { now }), { token: unsigned })).rejects.toMatchObject({
      detail: { because: "attestation_incomplete", part: "alg" },
    });
  });

  test("a jti is good once, also for another proof", async () => {
    const platform = await anAttestingPlatform();
    const now = later();
    const say = async (name: string) => {
      const handle = await claimHandle(callAs(alice, { now }), { platformId: platform.id, name });
      const { code } = await startProof(callAs(alice, { now }), {
        handleId: handle.id,
        method: "attestation",
      });
      return attestHandle(callAs(alice, { now }), {
        token: await anAttestation(platform, { code, handle: name, at: now, jti: "same" }),
      });
    };
    await say("a");
    await expect(say("b")).rejects.toMatchObject({ code: "ATTESTATION_INVALID" });
  });

  test.each(["iss", "sub", "handle", "jti"])("the claim %s is refused when it is no text", async (claim) => {
    const platform = await anAttestingPlatform();
    const now = later();
    const handle = await claimHandle(callAs(alice, { now }), { platformId: platform.id, name: "texts" });
    const { code } = await startProof(callAs(alice, { now }), { handleId: handle.id, method: "attestation" });
    for (const value of [{}, 5, ["a"], null, true, "a\0b", "\ud800"]) {
      const token = await new SignJWT({
        iss: platform.id,
        sub: code,
        handle: "texts",
        jti: "j",
        [claim]: value,
      })
        .setProtectedHeader({ alg: "EdDSA" })
        .setExpirationTime(Math.floor(now.getTime() / 1000) + 300)
        .sign(platform.privateKey);
      await expect(
        attestHandle(callAs(alice, { now }), { token }),
        JSON.stringify(value),
      ).rejects.toMatchObject({
        code: "ATTESTATION_INVALID",
        detail: { part: claim },
      });
    }
  });
});
