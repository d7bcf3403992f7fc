import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "@/kernel/canonical-json";

/**
 * The version of something that keeps no number of its own: a name for what is stored now. Two that are stored alike have
 * the same version, whatever happened in between, so nothing is refused for a change that was taken back.
 */
export function contentVersion(stored: unknown): string {
  const text = canonicalJson(JSON.parse(JSON.stringify(stored ?? null, plain)) as Json);
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

const plain = (_: string, value: unknown): unknown =>
  typeof value === "bigint" || (typeof value === "number" && !Number.isSafeInteger(value))
    ? String(value)
    : value;
