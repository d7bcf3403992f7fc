import { z } from "zod";
import { ChangeShape, TermsVersionShape } from "./schema";

export const TermsReceiptRequest = z.object({ versionId: z.string().max(100) });
/** A version for good: what it said, since when, and our signature over exactly that. */
export const TermsReceiptShape = z.object({
  version: TermsVersionShape,
  state: z.enum(["in_force", "scheduled", "replaced"]),
  changes: z.array(ChangeShape).describe("What differs from the version of this scope before it"),
  previousId: z.string().nullable(),
  contentDigest: z.string().nullable().describe("SHA-256 of the terms as canonical JSON; null: withdrawn"),
  signed: z.string().describe("The receipt as a compact JWS (Ed25519) by this instance's key"),
});
export type TermsReceiptWire = z.output<typeof TermsReceiptShape>;

export const CompareVersionsRequest = z.object({ from: z.string().max(100), to: z.string().max(100) });
export const CompareVersionsShape = z.object({
  from: TermsVersionShape,
  to: TermsVersionShape,
  changes: z.array(ChangeShape),
});
