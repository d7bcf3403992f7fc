import { command } from "@/infra/verb/command";
import { actorName } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { presetTerms } from "../domain/presets";
import { saysNothing, type Terms, termsFromJson } from "../domain/terms";
import { SavedTermsShape, SetTermsRequest } from "../schema";
import { savedToWire } from "../wire";
import { ownScope, personWithTerms } from "./own-scope";
import { saveVersion } from "./save-version";
import { unchangedTerms } from "./unchanged-terms";

/** Says what may be done with what a person made: a new version of one scope's terms. */
export const setTerms = command({
  name: "consent.set-terms",
  scope: "consent:write",
  stepUp: true,
  edits: "terms",
  input: SetTermsRequest,
  output: SavedTermsShape,
  async run(context, input) {
    const { tx, actor, now } = context;
    const personId = personWithTerms(actor);
    const scope = await ownScope(personId, input.scope, now, tx);
    const { version, newest, events } = await saveVersion(tx, {
      personId,
      scope,
      terms: wantedTerms(input),
      effectiveFrom: input.effectiveFrom === undefined ? null : new Date(input.effectiveFrom),
      note: input.note || null,
      refuseIfChanged: unchangedTerms(context, input.expects),
      now,
      by: actorName(actor),
    });
    return {
      value: { ...savedToWire(version), version: newest },
      events,
      audit: { subject: version.id, personId, detail: { scopeKind: scope.kind, changed: events.length > 0 } },
    };
  },
});

function wantedTerms(input: (typeof SetTermsRequest)["_output"]): Terms {
  if (input.preset !== undefined) return presetTerms(input.preset, input.currency ?? "USD");
  const terms = input.terms === undefined ? null : termsFromJson(input.terms);
  if (terms === null || saysNothing(terms))
    throw new DomainError(
      "INVALID_INPUT",
      "These terms set no answer. Answer yes or no for at least one use, or withdraw the terms instead.",
      { faults: [{ path: "terms.uses", message: "Answer at least one question." }] },
    );
  return terms;
}
