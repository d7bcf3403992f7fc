import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JWK,
  jwtVerify,
} from "jose";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { organisationOf } from "@/modules/parties/organisation-of";

export type Attestation = Readonly<{ platformId: string; code: string; handle: string; jti: string }>;

const ALGORITHMS = ["EdDSA", "ES256"];

/**
 * Checks a platform's signed confirmation (RFC 7519): the key is the one the platform deposited, the algorithm one of
 * two, the life at most ten minutes, every claim present. Throws ATTESTATION_INVALID naming what is wrong.
 */
export async function readAttestation(token: string, now: Date): Promise<Attestation> {
  const issuer = claimedIssuer(token);
  const platform = await organisationOf(issuer);
  if (platform === null || platform.kind !== "platform" || platform.state === "suspended")
    throw invalid("iss must be the organisation id of a platform on Remit.");
  if (platform.attestationKey === null)
    throw invalid(`${platform.name} has not deposited an attestation key.`);
  try {
    const { payload } = await jwtVerify(token, await keyFrom(platform.attestationKey, token), {
      algorithms: ALGORITHMS,
      issuer,
      currentDate: now,
      clockTolerance: 30,
      requiredClaims: ["exp", "jti", "sub", "handle"],
    });
    const { exp = 0, jti = "", sub = "", handle } = payload;
    if (typeof handle !== "string") throw invalid("handle must be a string.");
    if (exp - now.getTime() / 1000 > LIMITS.attestationMinutesMax * 60 + 30)
      throw invalid(`exp must be at most ${LIMITS.attestationMinutesMax} minutes ahead.`);
    if (jti === "" || jti.length > 200) throw invalid("jti must have 1 to 200 characters.");
    return { platformId: issuer, code: sub.trim().toLowerCase(), handle, jti };
  } catch (error) {
    throw explained(error);
  }
}

function claimedIssuer(token: string): string {
  try {
    const { iss } = decodeJwt(token);
    return iss ?? "";
  } catch {
    throw invalid("This is not a JWT: three parts with dots between them.");
  }
}

async function keyFrom(deposited: Readonly<Record<string, unknown>>, token: string) {
  const header = decodeProtectedHeader(token);
  if (!ALGORITHMS.includes(header.alg ?? "")) throw invalid(`alg must be ${ALGORITHMS.join(" or ")}.`);
  // A platform that changes keys deposits a set for a while.
  if (Array.isArray(deposited.keys))
    return createLocalJWKSet({ keys: deposited.keys as JWK[] })({ alg: "", ...header });
  return importJWK(deposited as JWK, header.alg ?? "");
}

function explained(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof errors.JWTExpired) return invalid("It has expired. Ask the platform for a new one.");
  if (error instanceof errors.JWTClaimValidationFailed)
    return invalid(`The claim ${error.claim} is ${error.reason === "missing" ? "missing" : "not valid"}.`);
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return invalid("The signature does not fit the key this platform deposited.");
  return invalid("The token or the deposited key cannot be used: check alg, kty and crv.");
}

const invalid = (reason: string): DomainError =>
  new DomainError("ATTESTATION_INVALID", `The attestation is not valid. ${reason}`);
