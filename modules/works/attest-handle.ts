import { command } from "@/infra/command";
import { mayFor, personIdOf } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { nameOn } from "./domain/platform";
import { platformOf } from "./platforms";
import { readAttestation } from "./read-attestation";
import { recordProof } from "./record-proof";
import { findHandle, type HandleRow } from "./repository/handles";
import {
  findProofByCode,
  finishCheck,
  insertCheck,
  type ProofRow,
  spendAttestation,
} from "./repository/proofs";
import { AttestationRequest, AttestationResult } from "./schema";
import { digestOf } from "./secrets";

/**
 * A platform's signed word that a person holds a handle there. It may come from the person or from the platform itself:
 * what counts is the signature, and the code in `sub`, which binds it to one person's claim.
 */
export const attestHandle = command({
  name: "works.attest_handle",
  scope: "works:write",
  input: AttestationRequest,
  output: AttestationResult,
  async run({ tx, actor, now }, { token }) {
    const said = await readAttestation(token, now);
    const proof = await findProofByCode(tx, digestOf(said.code));
    const isOwn = proof?.personId === personIdOf(actor);
    const isParty = isOwn || mayFor(actor, said.platformId, "works:write");
    const handle = proof === null || !isParty ? null : await findHandle(proof.handleId, tx);
    if (proof === null || handle === null) throw notFound("proof for the code in sub");
    await refuseMismatch(said, proof, handle, now);
    if (
      !(await spendAttestation(tx, {
        platformId: said.platformId,
        jti: said.jti,
        proofId: proof.id,
        at: now,
      }))
    )
      throw new DomainError(
        "ATTESTATION_INVALID",
        "This attestation was used before: each jti is good once.",
      );
    const checkId = await insertCheck(tx, {
      proofId: proof.id,
      personId: proof.personId,
      host: `attestation:${said.platformId}`,
      at: now,
    });
    await finishCheck(tx, checkId, {
      at: now,
      outcome: "proved",
      reason: null,
      message: "The platform's signature is valid.",
      evidence: { issuer: said.platformId, jti: said.jti, handle: said.handle },
    });
    const events = await recordProof(tx, proof, handle, now);
    const after = await findHandle(handle.id, tx);
    return {
      value: { handleId: handle.id, state: after?.state ?? handle.state },
      events,
      audit: {
        subject: handle.id,
        // Who shows their own attestation does so for themselves: the platform's audit does not tell whose handle it was.
        organisationId: isOwn ? null : said.platformId,
        detail: { proofId: proof.id, jti: said.jti },
      },
    };
  },
});

async function refuseMismatch(
  said: Readonly<{ platformId: string; handle: string }>,
  proof: ProofRow,
  handle: HandleRow,
  now: Date,
): Promise<void> {
  if (proof.method !== "attestation" || proof.state !== "waiting" || proof.expiresAt <= now)
    throw new DomainError(
      "PROOF_EXPIRED",
      "The code in sub is used, replaced or too old. Start a new attestation.",
    );
  const platform = await platformOf(said.platformId);
  const normal = platform === null ? null : nameOn(platform, said.handle);
  const fits =
    handle.platformId === said.platformId &&
    normal !== null &&
    "name" in normal &&
    normal.name === handle.name;
  if (!fits)
    throw new DomainError(
      "ATTESTATION_INVALID",
      `The attestation is not valid. It is about ${said.handle.slice(0, 200)}, the claim is about ${handle.shownName}.`,
    );
}
