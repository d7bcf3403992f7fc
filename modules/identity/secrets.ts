import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { Secret } from "otpauth";
import { env } from "@/infra/env";
import { RECOVERY_CODE_BYTES, RECOVERY_CODES, recoveryCodeOf } from "./domain/second-step-code";

export const API_KEY_MARK = "rmt_live_";

/** A new API key: the mark lets secret scanners find leaked ones. */
export function newApiKeySecret(): string {
  return API_KEY_MARK + randomBytes(32).toString("base64url");
}

/** The value of a new session cookie. */
export function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Draws a new secret for an authenticator app, in base32: 160 bits, as RFC 4226 (section 4, R6) asks for. */
export function newAppSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** Draws a new set of recovery codes, as they are shown. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    recoveryCodeOf(new Secret({ size: RECOVERY_CODE_BYTES }).base32),
  );
}

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;
// A key of its own for this one purpose, so that nothing else signed or encrypted under REMIT_SECRET can stand in for it.
const appSecretKey = () => Buffer.from(hkdfSync("sha256", env().REMIT_SECRET, "", "remit/second-step/1", 32));

/**
 * An app's secret as it is stored. Unlike every other secret it has to be read again, so it is encrypted rather than
 * digested; bound to its person, so that a row copied to somebody else opens nothing.
 */
export function sealAppSecret(secret: string, personId: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, appSecretKey(), iv).setAAD(Buffer.from(personId));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The secret again; null when it was sealed under another REMIT_SECRET, or for somebody else. */
export function openAppSecret(stored: string, personId: string): string | null {
  const bytes = Buffer.from(stored, "base64url");
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  if (tag.length !== TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, appSecretKey(), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(personId)).setAuthTag(tag);
  try {
    const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
