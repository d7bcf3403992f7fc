import { createHash } from "node:crypto";

/** How every secret that a link, a cookie or a key carries is stored: 120 random bits or more, so a plain digest cannot be guessed back. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
