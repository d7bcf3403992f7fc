import { digestOf } from "@/infra/crypto/secret-digest";
import { command } from "@/infra/verb/command";
import { mayFor, personIdOf } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { cutText } from "@/kernel/text";
import { nameOn } from "../domain/name-on";
import { platformOf } from "../platforms/platforms";
import { recordProof } from "../proof/record-proof";
import { findHandle, type HandleRow } from "../repository/handles";
import {
  findProofByCode,
  finishCheck,
  insertCheck,
  type ProofRow,
  spendAttestation,
} from "../repository/proofs";
import { AttestationRequest, AttestationResult } from "../schema";
import { readAttestation } from "./read-attestation";

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
    if (proof === null || handle === null) throw otherCode();
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
        "This confirmation was already used. Each works once. Get a new one from the platform.",
        { detail: { because: "attestation_used", part: "jti" } },
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
      "This confirmation is for a code that is used, replaced or expired. Get a new code here, then a new confirmation.",
      { detail: { because: "attestation_old_code", part: "sub" } },
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
      `This confirmation is for ${cutText(said.handle, 200)}, but this page is for ${handle.shownName}. Sign in to the platform as ${handle.shownName}, and get the confirmation there.`,
      {
        detail: {
          because: "attestation_other_name",
          said: cutText(said.handle, 200),
          claimed: handle.shownName,
        },
      },
    );
}

/** The same sentence for a code nobody has and for another person's: nothing can be probed. */
const otherCode = (): DomainError =>
  new DomainError(
    "NOT_FOUND",
    "This confirmation is for another code. Enter the code from this page on the platform, and paste the confirmation you get for it.",
    { detail: { because: "attestation_other_code", part: "sub" } },
  );
