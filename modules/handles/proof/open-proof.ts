import { z } from "zod";
import { digestOf } from "@/infra/crypto/secret-digest";
import { query } from "@/infra/verb/query";
import { requirePerson } from "@/kernel/access";
import { notFound } from "@/kernel/errors";
import { platformOf } from "../platforms/platforms";
import { findHandle } from "../repository/handles";
import { waitingProofOf } from "../repository/proofs";
import { HandleRef, StartedProof } from "../schema";
import { proofWire } from "../wire";
import { placeOf } from "./place-of-proof";
import { proofCode } from "./proof-code";

/**
 * The waiting proof of a handle with its code, for the person who claims it; null when none waits. The code is stored
 * nowhere, but derived from the proof's id; after a change of REMIT_SECRET the person gets a new one.
 */
export const openProof = query({
  name: "works.open_proof",
  scope: "works:write",
  input: HandleRef,
  output: z.object({ open: StartedProof.nullable() }),
  async run({ actor, now }, { handleId }) {
    const personId = requirePerson(actor);
    const handle = await findHandle(handleId);
    if (handle === null || handle.personId !== personId) throw notFound("handle");
    const proof = await waitingProofOf(handleId, now);
    const code = proof === null ? "" : proofCode(proof.id);
    if (proof === null || digestOf(code) !== proof.codeHash) return { open: null };
    const platform = await platformOf(handle.platformId);
    const on = { platformName: platform?.name ?? handle.platformId, handleName: handle.name };
    return {
      open: {
        proof: { ...proofWire(proof, now), lastCheck: null },
        code,
        place: placeOf(proof.method, proof.target, code, on),
      },
    };
  },
});
