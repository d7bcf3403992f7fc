import type { z } from "zod";
import type { Currency } from "@/kernel/money";
import type { TermsChange } from "./domain/compare";
import type { Decision, UseDecision } from "./domain/evaluate";
import { scopeKey } from "./domain/scope";
import { termsToJson } from "./domain/terms";
import { priceWords, termsInWords } from "./domain/words/in-words";
import { REASON_WORDS } from "./domain/words/reason-words";
import type { TermsVersion } from "./repository/versions";
import type { ChangeShape, DecisionShape, SavedTermsShape, TermsVersionShape } from "./schema";
import { aboutScope, type OwnScopes, scopeLabel } from "./terms/scope-labels";

/** A version as the API and the pages see it. */
export function versionToWire(version: TermsVersion, own: OwnScopes): z.input<typeof TermsVersionShape> {
  const { scope } = version;
  return {
    ...savedToWire(version),
    scopeLabel: scopeLabel(scope, own),
    about: aboutScope(scope, own),
  };
}

/** The same without the words for its scope, which only a query may look up. */
export function savedToWire(version: TermsVersion): Omit<z.input<typeof SavedTermsShape>, "version"> {
  return {
    id: version.id,
    scope: version.scope,
    scopeKey: scopeKey(version.scope, version.personId),
    terms: version.terms === null ? null : mutable(termsToJson(version.terms)),
    inWords: [...termsInWords(version.terms)],
    effectiveFrom: version.effectiveFrom.toISOString(),
    createdAt: version.createdAt.toISOString(),
    note: version.note,
  };
}

/** A decision as the API and the pages see it, with the words for its reasons. */
export function decisionToWire(
  decision: Decision,
  currency: Currency,
  own: OwnScopes,
): z.input<typeof DecisionShape> {
  return {
    ...partToWire(decision, currency),
    perUse: decision.perUse.map((part) => ({ use: part.use, ...partToWire(part, currency) })),
    trail: decision.trail.map((step) => ({
      ...step,
      scopeLabel: scopeLabel(step.scope, own),
      about: aboutScope(step.scope, own),
    })),
  };
}

function partToWire(part: Omit<UseDecision, "use">, currency: Currency) {
  const { verdict, reason, decidedBy, floorMicros } = part;
  return {
    floorText: floorMicros === null ? null : `${priceWords(floorMicros, currency)} per 1,000 tokens`,
    verdict,
    reason,
    reasonText: REASON_WORDS[reason],
    decidedBy,
    floorMicros: floorMicros === null ? null : floorMicros.toString(),
  };
}

/** A difference as the API and the pages see it. */
export function changeToWire(change: TermsChange): z.input<typeof ChangeShape> {
  return mutableChange({ ...change });
}

// zod's inputs are mutable types; the JSON is a fresh value that nobody else holds.
const mutable = (json: ReturnType<typeof termsToJson>) =>
  json as unknown as NonNullable<z.input<typeof TermsVersionShape>["terms"]>;
const mutableChange = (change: TermsChange) => change as unknown as z.input<typeof ChangeShape>;
