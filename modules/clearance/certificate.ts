import { signDocument } from "@/infra/crypto/signer";
import { env } from "@/infra/env";
import type { Json } from "@/kernel/canonical-json";

/** The kind of document in the JWS header (`typ`). */
export const CERTIFICATE_TYPE = "remit-clearance+jws";

/** The rules a clearance is decided and digested by. Rules that come to another result are another kind (ADR 0093). */
export const CLEARANCE_KIND = "remit/clearance/4";

/**
 * What the certificate of a clearance says: which bytes were asked about, what was asked, as of when, and what came out.
 * All of it is either frozen or counted, so the same clearance always bears the same certificate.
 */
export function certificateContent(
  clearance: Readonly<{
    id: string;
    dealId: string;
    dealVersion: number;
    manifestId: string;
    manifestSha256: string;
    basis: string;
    request: Json;
    asOf: Date;
    createdAt: Date;
    counts: Json;
    reasons: Json;
    consentDigest: string;
    inputDigest: string;
    digest: string;
  }>,
): Json {
  return {
    kind: CLEARANCE_KIND,
    iss: env().REMIT_URL,
    iat: Math.floor(clearance.createdAt.getTime() / 1000),
    clearance: clearance.id,
    deal: clearance.dealId,
    dealVersion: clearance.dealVersion,
    basis: clearance.basis,
    manifest: { id: clearance.manifestId, sha256: clearance.manifestSha256 },
    request: clearance.request,
    asOf: clearance.asOf.toISOString(),
    counts: clearance.counts,
    reasons: clearance.reasons,
    consentDigest: clearance.consentDigest,
    inputDigest: clearance.inputDigest,
    digest: clearance.digest,
  };
}

export function signCertificate(content: Json): Promise<string> {
  return signDocument(CERTIFICATE_TYPE, content);
}
