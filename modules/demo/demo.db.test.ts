import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { forgetEnv } from "@/infra/env";
import { safeFetch } from "@/infra/net/safe-fetch";
import { type Actor, ANONYMOUS } from "@/kernel/actor";
import { claimHandle } from "@/modules/handles/claim/claim-handle";
import type { ProofMethod } from "@/modules/handles/domain/proof";
import { setProofRule } from "@/modules/handles/platforms/set-proof-rule";
import { checkProof } from "@/modules/handles/proof/check-proof";
import { startProof } from "@/modules/handles/proof/start-proof";
import { updateOrganisation } from "@/modules/parties/organisations/update-organisation";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { confirmMember } from "./confirm-member";
import { editDemoSite } from "./edit-site";
import { forumPublicKey } from "./forum-key";
import { getDemoSite, listDemoSites } from "./queries";

const HOST = "quay-forum.example";
const nobody = callAs(ANONYMOUS);
let forum: string;
let person: Actor;
let clock = Date.now();
const later = () => {
  clock += 6000; // past the pause between two looks
  return callAs(person, { now: new Date(clock) });
};

const demo = (on: "0" | "1") => {
  process.env.REMIT_DEMO = on;
  forgetEnv();
};

beforeAll(async () => {
  const { id, owner } = await anOrganisation({ host: HOST, name: "Quay Forum", kind: "platform" });
  forum = id;
  const rule = { profileTemplate: `https://${HOST}/u/{name}`, namesAreHosts: false, pageCode: true };
  await setProofRule(callAs(owner), { organisationId: id, ...rule });
  await updateOrganisation(callAs(owner), { organisationId: id, attestationKey: forumPublicKey(id) });
});
beforeEach(async () => {
  demo("1");
  person = await actorFor((await aPerson()).id);
});
afterAll(() => demo("0"));

const begin = async (platformId: string, name: string, method: ProofMethod) => {
  const { id } = await claimHandle(later(), { platformId, name });
  const started = await startProof(later(), { handleId: id, method });
  return { handleId: id, proofId: started.proof.id, code: started.code, text: started.place.text };
};

describe("every proof can be done in the demo world", () => {
  test("a code in the bio of the forum's profile page", async () => {
    const { proofId, text } = await begin(forum, "Ada <b>", "page_code");
    await expect(checkProof(later(), { proofId })).rejects.toMatchObject({ code: "PROOF_NOT_FOUND" });
    const bio = { what: "bio" as const, host: HOST, member: "ada <B>", text: `Hello <script>\n${text}` };
    await editDemoSite(nobody, bio);
    expect((await checkProof(later(), { proofId })).handle.state).toBe("verified");
    const { forum: shown } = await getDemoSite(nobody, { host: HOST, member: "Ada <b>" });
    expect(shown?.member).toMatchObject({ name: "ada <b>", bio: bio.text });
    const page = await safeFetch(shown?.member?.address ?? "");
    expect(page.text).not.toContain("<script>");
  });

  test("the forum's own confirmation, which it signs and sends", async () => {
    const { code, handleId } = await begin(forum, "bob", "attestation");
    await expect(confirmMember(nobody, { host: HOST, member: "mallory", code })).rejects.toMatchObject({
      detail: { because: "attestation_other_name" },
    });
    await expect(
      confirmMember(nobody, { host: HOST, member: "bob", code: "0".repeat(24) }),
    ).rejects.toMatchObject({ detail: { because: "demo_code" } });
    expect(await confirmMember(nobody, { host: HOST, member: "@Bob", code })).toEqual({ handleId });
    const handle = await db.prisma.handle.findUniqueOrThrow({ where: { id: handleId } });
    expect(handle.state).toBe("verified");
  });

  test.each([
    ["dns_txt", "records"],
    ["well_known", "file"],
    ["meta_tag", "head"],
  ] as const)("%s of a website under .example", async (method, what) => {
    const host = `${what}.essays.example`;
    const { proofId, text } = await begin("web", host, method);
    await expect(checkProof(later(), { proofId })).rejects.toMatchObject({
      code: method === "well_known" ? "PROOF_UNREACHABLE" : "PROOF_NOT_FOUND",
    });
    await editDemoSite(nobody, { what, host, text });
    expect((await getDemoSite(nobody, { host })).website?.[what]).toBe(text);
    expect((await checkProof(later(), { proofId })).handle.state).toBe("verified");
  });
});

test("nobody edits a platform's host as a website, and nothing but names under .example is a site", async () => {
  const txt = { what: "records" as const, text: "x" };
  for (const host of [HOST, "example.org", "localhost", "127.0.0.1", "a.example.evil.test", ".example"])
    await expect(editDemoSite(nobody, { ...txt, host })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("outside the demo world nothing of it is there", async () => {
  await editDemoSite(nobody, { what: "file", host: "left.example", text: "remit-verify=left" });
  demo("0");
  expect((await listDemoSites(nobody, {})).items).toEqual([]);
  await expect(getDemoSite(nobody, { host: HOST })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(editDemoSite(nobody, { what: "head", host: "left.example", text: "x" })).rejects.toMatchObject(
    { code: "NOT_FOUND" },
  );
  await expect(
    confirmMember(nobody, { host: HOST, member: "bob", code: "0".repeat(24) }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(safeFetch("https://left.example/.well-known/remit-verify.txt")).rejects.toMatchObject({
    code: "PROOF_UNREACHABLE",
  });
});

test("the demo world reads no private address for anybody", async () => {
  for (const address of ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/", "http://10.0.0.1/"])
    await expect(safeFetch(address)).rejects.toMatchObject({ code: "PROOF_ADDRESS_REFUSED" });
});
