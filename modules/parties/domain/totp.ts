/**
 * One-time codes of an authenticator app: HOTP (RFC 4226) over the time (RFC 6238), with what every app can do: HMAC-SHA-1,
 * six digits, thirty seconds.
 */
const DIGITS = 6;
const STEP_SECONDS = 30;
/** Steps a phone's clock may be off, either way (RFC 6238, section 5.2 asks for one at most). */
const DRIFT_STEPS = 1;

/** HMAC-SHA-1 of a message under a key, from whoever has it: domain code computes no digests itself. */
export type HmacSha1 = (key: Uint8Array, message: Uint8Array) => Uint8Array;

/** The 30-second step an instant lies in, counted from 1970 (RFC 6238, section 4.2: T0 = 0, X = 30). */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / STEP_SECONDS);
}

/** The code of a step: the counter as eight bytes, its HMAC truncated to 31 bits, their last six digits (RFC 4226, section 5.3). */
export function codeOfStep(hmac: HmacSha1, secret: Uint8Array, step: number): string {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const digest = hmac(secret, new Uint8Array(counter.buffer));
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  const offset = view.getUint8(digest.byteLength - 1) & 0xf;
  const truncated = view.getUint32(offset) & 0x7fffffff;
  return String(truncated % 10 ** DIGITS).padStart(DIGITS, "0");
}

/**
 * The step whose code this is, among the present one and its neighbours; null for a wrong code. A step at or before
 * `lastStep`, of which a code was accepted already, counts no more: a code that was looked at over a shoulder is worth
 * nothing once it was used (RFC 6238, section 5.2).
 */
export function acceptedStep(
  hmac: HmacSha1,
  secret: Uint8Array,
  given: Readonly<{ code: string; at: Date; lastStep: number | null }>,
): number | null {
  const present = stepAt(given.at);
  let accepted: number | null = null;
  for (let step = present - DRIFT_STEPS; step <= present + DRIFT_STEPS; step += 1)
    if (step > (given.lastStep ?? -1) && isSame(codeOfStep(hmac, secret, step), given.code))
      accepted ??= step;
  return accepted;
}

/** Looks at every digit, so that the time it takes says nothing about how many were right. */
function isSame(code: string, given: string): boolean {
  let difference = code.length ^ given.length;
  for (let at = 0; at < code.length; at += 1) difference |= code.charCodeAt(at) ^ given.charCodeAt(at);
  return difference === 0;
}

/** The address that hands a secret to an app (the "Key URI Format" that authenticator apps share). */
export function otpauthAddress(of: Readonly<{ issuer: string; account: string; secret: string }>): string {
  const label = `${encodeURIComponent(of.issuer)}:${encodeURIComponent(of.account)}`;
  return `otpauth://totp/${label}?secret=${of.secret}&issuer=${encodeURIComponent(of.issuer)}`;
}
