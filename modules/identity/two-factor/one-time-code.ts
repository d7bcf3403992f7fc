import { HOTP, Secret, TOTP } from "otpauth";

/** What every authenticator app can do; said here, so that no default of the library decides it. */
const CODE = { algorithm: "SHA1", digits: 6 } as const;
const STEP_SECONDS = 30;
/** Steps a phone's clock may be off, either way (RFC 6238, section 5.2 asks for one at most). */
const DRIFT_STEPS = 1;

/** Counts the 30-second steps from 1970 to an instant (RFC 6238, section 4.2): a code belongs to one step. */
export function stepAt(at: Date): number {
  return TOTP.counter({ period: STEP_SECONDS, timestamp: at.getTime() });
}

/** Computes the code of a step as an app with this base32 secret shows it. Tests use it in the app's place. */
export function codeOfStep(secret: string, step: number): string {
  return HOTP.generate({ ...CODE, secret: Secret.fromBase32(secret), counter: step });
}

/**
 * The time step of the given code, among the present one and its neighbours; null for a wrong code. Steps up to `lastStep`,
 * the last accepted one, do not count: a code read over a shoulder is worthless after its use (RFC 6238, section 5.2).
 */
export function acceptedStep(
  secret: string,
  given: Readonly<{ code: string; at: Date; lastStep: number | null }>,
): number | null {
  const present = stepAt(given.at);
  const key = { ...CODE, secret: Secret.fromBase32(secret), token: given.code, window: 0 };
  let accepted: number | null = null;
  for (let step = present - DRIFT_STEPS; step <= present + DRIFT_STEPS; step += 1)
    if (step > (given.lastStep ?? -1) && HOTP.validate({ ...key, counter: step }) !== null) accepted ??= step;
  return accepted;
}

/**
 * Writes the address that hands a secret to an app (the "Key URI Format" that authenticator apps share). It leaves out what
 * every app assumes, algorithm, digits and period, so that its QR code stays coarse enough to read.
 */
export function otpauthAddress(of: Readonly<{ issuer: string; account: string; secret: string }>): string {
  const label = `${encodeURIComponent(of.issuer)}:${encodeURIComponent(of.account)}`;
  return `otpauth://totp/${label}?secret=${of.secret}&issuer=${encodeURIComponent(of.issuer)}`;
}
