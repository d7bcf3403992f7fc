import { inGroups, toBase32 } from "./base32";

/** How many recovery codes are made at once. */
export const RECOVERY_CODES = 10;
/** 80 bits: nobody guesses one, so a plain digest of it tells nothing. */
export const RECOVERY_CODE_BYTES = 10;

/** A recovery code as it is shown: sixteen letters and digits in groups of four. */
export function recoveryCodeOf(random: Uint8Array): string {
  return inGroups(toBase32(random).toLowerCase(), "-");
}

export type GivenCode = Readonly<{ kind: "app" | "recovery"; code: string }>;

/** What somebody typed: six digits are the app's, anything else a recovery code, however it was spaced or written. */
export function readCode(typed: string): GivenCode {
  const plain = typed.replaceAll(/[\s-]/g, "").toLowerCase();
  if (/^\d{6}$/.test(plain)) return { kind: "app", code: plain };
  return { kind: "recovery", code: inGroups(plain, "-") };
}
