import { z } from "zod";
import { digestOf } from "@/infra/crypto/secret-digest";
import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import { DomainError, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { LIMITS } from "@/kernel/limits";
import { daysAfter } from "@/kernel/time";
import { webAddress, withScheme } from "../domain/address";
import { methodsOn, ownHost, type Platform, pageRefusal, profileAddress } from "../domain/platform";
import type { ProofMethod } from "../domain/proof";
import { HandleEvents } from "../events";
import { platformOf } from "../platforms/platforms";
import { findHandle, type HandleRow, lockSeat } from "../repository/handles";
import { insertProof } from "../repository/proofs";
import { Proof, StartedProof, StartProofRequest } from "../schema";
import { proofWire } from "../wire";
import { composed } from "./composed";
import { placeOf } from "./place-of-proof";
import { proofCode } from "./proof-code";

const prepareProof = command({
  name: "works.start_proof",
  scope: "works:write",
  input: StartProofRequest,
  output: z.object({ proof: Proof, platformName: z.string(), handleName: z.string() }),
  async run({ tx, actor, now }, { handleId, method, target }) {
    const personId = requirePerson(actor);
    const handle = await findHandle(handleId, tx);
    if (handle === null || handle.personId !== personId) throw notFound("handle");
    await lockSeat(tx, handle.platformId, handle.name);
    const platform = await platformOf(handle.platformId);
    if (platform === null) throw notFound("platform");
    requireProvable(handle, platform, method);
    const id = newId("proof", now);
    const proof = {
      id,
      handleId,
      personId,
      method,
      target: targetOf(platform, handle.name, method, target),
      codeHash: digestOf(proofCode(id)),
      state: "waiting" as const,
      createdAt: now,
      provedAt: null,
      expiresAt: daysAfter(now, LIMITS.proofDays),
    };
    await insertProof(tx, proof);
    return {
      value: {
        proof: { ...proofWire(proof, now), lastCheck: null },
        platformName: platform.name,
        handleName: handle.name,
      },
      events: [HandleEvents.proof_started({ proofId: id, handleId, method })],
      audit: { subject: handleId, detail: { proofId: id, method } },
    };
  },
});

/**
 * A new one-time code for a handle, and where to place it; codes given before stop counting. The code joins the answer after
 * the commit, so that no stored answer carries it. While it waits, `openProof` says it again to its owner.
 */
export const startProof = composed(
  { name: "works.start_proof", scope: "works:write", input: StartProofRequest, output: StartedProof },
  async (context, raw) => {
    const { proof, platformName, handleName } = await prepareProof(context, raw);
    const code = proofCode(proof.id);
    return { proof, code, place: placeOf(proof.method, proof.target, code, { platformName, handleName }) };
  },
);

function requireProvable(handle: HandleRow, platform: Platform, method: ProofMethod): void {
  if (handle.state === "verified")
    throw new DomainError(
      "HANDLE_ALREADY_VERIFIED",
      `${handle.shownName} is already proved. No action needed.`,
    );
  // In a dispute further proofs are evidence; a dropped or lost claim has to be made again first.
  if (handle.state !== "pending" && handle.state !== "disputed")
    throw new DomainError("CONFLICT", "This claim is closed. Claim the handle again to prove it.", {
      detail: { because: "claim_closed" },
    });
  const methods = methodsOn(platform);
  if (!methods.includes(method))
    throw new DomainError(
      "INVALID_INPUT",
      `Handles on ${platform.name} can be proved by ${methods.join(", ") || "no method at present"}.`,
      { faults: [{ path: "method", message: "Not possible on this platform." }] },
    );
}

function targetOf(
  platform: Platform,
  name: string,
  method: ProofMethod,
  given: string | undefined,
): string | null {
  if (method === "attestation") return null;
  if (method !== "page_code")
    return ownHost(platform, name) ?? refuseTarget(`${name} has no host of its own.`);
  const address = given || profileAddress(platform, name);
  if (address === null)
    return refuseTarget("Enter the address of your public page where you place the code.");
  const url = webAddress(withScheme(address));
  if (url === null) return refuseTarget("Write the whole address, such as https://forum.example/user/me.");
  url.hash = "";
  const reason = pageRefusal(platform, name, url);
  return reason === null ? url.href : refuseTarget(reason);
}

function refuseTarget(reason: string): never {
  throw new DomainError("PROOF_ADDRESS_REFUSED", reason, { faults: [{ path: "target", message: reason }] });
}
