import { createHash } from "node:crypto";
import { signDocument } from "@/infra/crypto/signer";
import { env } from "@/infra/env";
import { query } from "@/infra/verb/query";
import { canonicalJson, type Json } from "@/kernel/canonical-json";
import { notFound } from "@/kernel/errors";
import { compareTerms } from "../domain/compare";
import { scopeKey } from "../domain/scope";
import { termsToJson } from "../domain/terms";
import { TermsReceiptRequest, TermsReceiptShape } from "../receipt-schema";
import { findVersion, personVersions, type TermsVersion, versionBefore } from "../repository/versions";
import { personWithTerms } from "../terms/own-scope";
import { ownScopes } from "../terms/scope-labels";
import { changeToWire, versionToWire } from "../wire";

/** The kind of document in the JWS header (`typ`). */
const RECEIPT_TYPE = "remit-terms-receipt+jws";

/** One version for good: its words, what it changed, and our signature. The same version always has the same receipt. */
export const termsReceipt = query({
  name: "consent.terms-receipt",
  scope: "consent:read",
  input: TermsReceiptRequest,
  output: TermsReceiptShape,
  async run({ actor, now }, { versionId }) {
    const personId = personWithTerms(actor);
    const version = await findVersion(personId, versionId);
    if (version === null) throw notFound("version of your terms");
    const [own, before, current] = await Promise.all([
      ownScopes(personId, now),
      versionBefore(version),
      personVersions(personId, now),
    ]);
    const inForce = current.some(({ id }) => id === version.id);
    return {
      version: versionToWire(version, own),
      state: stateOf(version, inForce, now),
      changes: compareTerms([before?.terms ?? null], [version.terms]).map(changeToWire),
      previousId: before?.id ?? null,
      contentDigest: digestOf(version),
      signed: await signDocument(RECEIPT_TYPE, contentOf(version)),
    };
  },
});

function stateOf(version: TermsVersion, inForce: boolean, now: Date) {
  if (inForce) return "in_force" as const;
  return version.effectiveFrom > now ? ("scheduled" as const) : ("replaced" as const);
}

function digestOf({ terms }: TermsVersion): string | null {
  if (terms === null) return null;
  return createHash("sha256")
    .update(canonicalJson(termsToJson(terms)))
    .digest("hex");
}

function contentOf(version: TermsVersion): Json {
  const { scope, personId, terms } = version;
  return {
    iss: env().REMIT_URL,
    iat: Math.floor(version.createdAt.getTime() / 1000),
    sub: personId,
    version: version.id,
    scope: { kind: scope.kind, key: scopeKey(scope, personId) },
    effectiveFrom: version.effectiveFrom.toISOString(),
    savedAt: version.createdAt.toISOString(),
    terms: terms === null ? null : (termsToJson(terms) as unknown as Json),
    contentDigest: digestOf(version),
  };
}
