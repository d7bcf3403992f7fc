import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
} from "jose";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { textFault } from "@/kernel/text";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";

export type Attestation = Readonly<{ platformId: string; code: string; handle: string; jti: string }>;

const ALGORITHMS = ["EdDSA", "ES256"];

/**
 * Checks a platform's signed confirmation (RFC 7519): the platform's deposited key, one of two algorithms, a life of at most
 * ten minutes, every claim. Throws ATTESTATION_INVALID with a sentence for the person, and the faulty part of the token in
 * `detail`.
 */
export async function readAttestation(token: string, now: Date): Promise<Attestation> {
  const issuer = claimedIssuer(token);
  const platform = await organisationOf(issuer);
  if (platform === null || platform.kind !== "platform" || platform.state === "suspended")
    throw invalid(
      "No platform on Remit made this confirmation. Ask the platform for a confirmation for Remit, and paste that one.",
      { because: "attestation_stranger", part: "iss" },
    );
  const { name } = platform;
  if (platform.attestationKey === null)
    throw invalid(
      `${name} cannot confirm accounts yet: it has not given Remit its key. Prove the name another way, or ask ${name}.`,
      { because: "attestation_no_key", platform: name },
    );
  try {
    const { payload } = await jwtVerify(token, await keyFrom(platform.attestationKey, token, name), {
      algorithms: ALGORITHMS,
      issuer,
      currentDate: now,
      clockTolerance: 30,
      requiredClaims: ["exp", "jti", "sub", "handle"],
    });
    const { exp = 0 } = payload;
    const text = (claim: string): string => claimedText(payload, claim) ?? refuseIncomplete(name, claim);
    const [sub, handle, jti] = [text("sub"), text("handle"), text("jti")];
    if (exp - now.getTime() / 1000 > LIMITS.attestationMinutesMax * 60 + 30)
      throw invalid(
        `This confirmation is valid for too long; the maximum is ${LIMITS.attestationMinutesMax} minutes. Tell ${name}, or prove the name another way.`,
        {
          because: "attestation_too_long",
          platform: name,
          part: "exp",
          minutes: LIMITS.attestationMinutesMax,
        },
      );
    if (jti === "" || jti.length > 200) throw incomplete(name, "jti");
    return { platformId: issuer, code: sub.trim().toLowerCase(), handle, jti };
  } catch (error) {
    throw explained(error, name);
  }
}

function claimedIssuer(token: string): string {
  try {
    return claimedText(decodeJwt(token), "iss") ?? "";
  } catch {
    throw invalid(
      "This is not a signed confirmation. Copy the whole text from the platform: it starts with “ey” and has two dots in it.",
      { because: "attestation_unreadable" },
    );
  }
}

/** A claim of any JSON that is a text the database can keep; null for everything else. jose looks only at its presence. */
function claimedText(claims: JWTPayload, name: string): string | null {
  const value = claims[name];
  return typeof value === "string" && textFault(value) === null ? value : null;
}

async function keyFrom(deposited: Readonly<Record<string, unknown>>, token: string, platform: string) {
  const header = decodeProtectedHeader(token);
  if (!ALGORITHMS.includes(header.alg ?? "")) throw incomplete(platform, "alg");
  // A platform that changes keys deposits a set for a while.
  if (Array.isArray(deposited.keys))
    return createLocalJWKSet({ keys: deposited.keys as JWK[] })({ alg: "", ...header });
  return importJWK(deposited as JWK, header.alg ?? "");
}

function explained(error: unknown, platform: string): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof errors.JWTExpired)
    return invalid(
      `This confirmation has expired. It is valid for at most ${LIMITS.attestationMinutesMax} minutes. Get a new one from ${platform}.`,
      { because: "attestation_expired", platform, part: "exp", minutes: LIMITS.attestationMinutesMax },
    );
  if (error instanceof errors.JWTClaimValidationFailed) return incomplete(platform, error.claim);
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return invalid(
      `This confirmation does not have the signature of ${platform}, or it was changed. Copy it again. If that does not help, tell ${platform}.`,
      { because: "attestation_signature", platform, part: "signature" },
    );
  return incomplete(platform, "alg, kty or crv");
}

type Facts = Readonly<Record<string, string | number>>;

/** `sentence` is for the person who pasted it, `facts` are for programs and other languages. */
const invalid = (sentence: string, facts: Facts & { because: string }): DomainError =>
  new DomainError("ATTESTATION_INVALID", sentence, { detail: facts });

const incomplete = (platform: string, part: string): DomainError =>
  invalid(
    `This confirmation is incomplete, and only ${platform} can correct it. Send it to ${platform}, or prove the name another way.`,
    { because: "attestation_incomplete", platform, part },
  );

function refuseIncomplete(platform: string, part: string): never {
  throw incomplete(platform, part);
}
