/** The number of recovery codes in one set. */
export const RECOVERY_CODES = 10;
/** 80 bits: nobody guesses one, so a plain digest of it tells nothing. */
export const RECOVERY_CODE_BYTES = 10;

/** Writes a base32 text as a recovery code is shown: sixteen letters and digits in groups of four. */
export function recoveryCodeOf(base32: string): string {
  return inGroups(base32.toLowerCase(), "-");
}

/** Splits a text into groups of four, as people read and type it. */
export function inGroups(text: string, between: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(between);
}

export type GivenCode = Readonly<{ kind: "app" | "recovery"; code: string }>;

/** What somebody typed: six digits are the app's, anything else a recovery code, however it was spaced or written. */
export function readCode(typed: string): GivenCode {
  const plain = typed.replaceAll(/[\s-]/g, "").toLowerCase();
  if (/^\d{6}$/.test(plain)) return { kind: "app", code: plain };
  return { kind: "recovery", code: inGroups(plain, "-") };
}
