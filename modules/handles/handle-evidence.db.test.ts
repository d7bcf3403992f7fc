import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { actorFor, anApiKey, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { type AttestingPlatform, anAttestingPlatform, aVerifiedHandle } from "@/test/factories/works";
import { claimHandle } from "./claim/claim-handle";
import { settleDispute } from "./dispute/settle-dispute";
import { handleEvidence } from "./proof/handle-evidence";
import { startProof } from "./proof/start-proof";
import { listHandleDisputes } from "./queries";

let platform: AttestingPlatform;
let operator: Actor;
let ada: Actor;
let bob: Actor;
beforeAll(async () => {
  platform = await anAttestingPlatform();
  operator = (await anOrganisation({ kind: "operator" })).owner;
  [ada, bob] = [await actorFor((await aPerson()).id), await actorFor((await aPerson()).id)];
});

const evidence = (actor: Actor, handleId: string) => handleEvidence(callAs(actor), { handleId });

describe("what was shown for a handle", () => {
  test("lists the proofs, newest first, with what was seen", async () => {
    const handle = await claimHandle(callAs(ada), { platformId: platform.id, name: "two-proofs" });
    expect(await evidence(ada, handle.id)).toEqual({ proofs: [], dispute: null });
    const first = await startProof(callAs(ada), { handleId: handle.id, method: "attestation" });
    await db.prisma.proof.updateMany({
      where: { handleId: handle.id },
      data: { createdAt: new Date(Date.now() - 86_400_000) },
    });
    const second = await startProof(callAs(ada), { handleId: handle.id, method: "attestation" });
    const { proofs } = await evidence(ada, handle.id);
    expect(proofs.map(({ id }) => id)).toEqual([second.proof.id, first.proof.id]);
    expect(proofs[0]).toMatchObject({ method: "attestation", checks: [] });
  });

  test("shows of each look the numbers that say why, and the ten newest looks at most", async () => {
    const handle = await claimHandle(callAs(ada), { platformId: platform.id, name: "many-looks" });
    const { proof } = await startProof(callAs(ada), { handleId: handle.id, method: "attestation" });
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute));
    const seen = { status: 404, url: "https://forum.example/u/ada", codes: 2, secretHeader: "x" };
    await db.prisma.proofCheck.createMany({
      data: Array.from({ length: 12 }, (_, minute) => ({
        ...{
          id: newId("proofCheck", at(minute)),
          proofId: proof.id,
          personId: "per_x",
          host: "forum.example",
        },
        ...{ startedAt: at(minute), finishedAt: at(minute), outcome: "failed" },
        evidence: minute === 11 ? seen : { records: "many" },
      })),
    });
    const checks = (await evidence(ada, handle.id)).proofs[0]?.checks ?? [];
    expect(checks).toHaveLength(10);
    expect(checks[0]?.seen).toEqual({ status: 404, url: seen.url, codes: 2, records: null });
    expect(checks[1]?.seen).toEqual({ status: null, url: null, codes: null, records: null });
    expect(JSON.stringify(checks)).not.toContain("secretHeader");
  });

  test("is its claimant's alone, and so is another's claim of the same name", async () => {
    const { id } = await claimHandle(callAs(ada), { platformId: platform.id, name: "private" });
    await expect(evidence(bob, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(evidence(operator, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(evidence(ada, "hdl_nowhere")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(evidence({ kind: "anonymous" }, id)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    const { actor: key } = await anApiKey(platform.owner, { organisationId: platform.id });
    await expect(evidence(key, id)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
  });
});

describe("a dispute about it", () => {
  test("says who came first, how many claim it, and how it was settled", async () => {
    const mine = await aVerifiedHandle(ada, platform, "contested", new Date(Date.now() - 60_000));
    const theirs = await aVerifiedHandle(bob, platform, "contested");
    expect((await evidence(ada, mine.id)).dispute).toMatchObject({
      claimants: 2,
      first: true,
      settledAt: null,
      note: null,
    });
    expect((await evidence(bob, theirs.id)).dispute).toMatchObject({ claimants: 2, first: false });
    const { items } = await listHandleDisputes(callAs(operator), {});
    const note = "The platform confirmed it to us.";
    await settleDispute(callAs(operator), {
      disputeId: items.find(({ name }) => name === "contested")?.id ?? "",
      winnerHandleId: theirs.id,
      note,
    });
    const settled = (await evidence(ada, mine.id)).dispute;
    expect(settled).toMatchObject({ first: true, note });
    expect(settled?.settledAt).not.toBeNull();
  });
});
