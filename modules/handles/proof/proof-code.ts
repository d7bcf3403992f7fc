import { createHmac } from "node:crypto";
import { env } from "@/infra/env";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // no i, l, o, u: nothing to misread when somebody copies by hand

/**
 * The one-time code of a proof, 24 characters (120 bits). Derived, not drawn: it is never stored, and a repeated request
 * with the same idempotency key still gets its answer.
 */
export function proofCode(proofId: string): string {
  const mac = createHmac("sha256", env().REMIT_SECRET).update(`proof:${proofId}`).digest();
  return Array.from(mac.subarray(0, 24), (byte) => ALPHABET[byte & 31]).join("");
}
