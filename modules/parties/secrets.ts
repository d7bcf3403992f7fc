import { createHash, createHmac, randomBytes } from "node:crypto";
import { env } from "@/infra/env";

/** How every bearer secret is kept: they carry 256 random bits, so a plain digest cannot be guessed back. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export const API_KEY_MARK = "rmt_live_";

/** A new API key: the mark lets secret scanners find leaked ones. */
export function newApiKeySecret(): string {
  return API_KEY_MARK + randomBytes(32).toString("base64url");
}

/** The value of a new session cookie. */
export function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The secret in an invitation's link. Derived, not drawn: the job that mails it makes it again from the id, so the
 * token itself is never stored anywhere.
 */
export function invitationToken(invitationId: string): string {
  return createHmac("sha256", env().REMIT_SECRET).update(`invitation:${invitationId}`).digest("base64url");
}
