import { command } from "@/infra/verb/command";
import { actorName } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { scopeVersions } from "../repository/versions";
import { SavedTermsShape, WithdrawTermsRequest } from "../schema";
import { savedToWire } from "../wire";
import { ownScope, personWithTerms } from "./own-scope";
import { saveVersion } from "./save-version";
import { unchangedTerms } from "./unchanged-terms";

/** Takes one scope's terms back: from then on the scope says nothing, and what is scheduled for later falls too. */
export const withdrawTerms = command({
  name: "consent.withdraw-terms",
  scope: "consent:write",
  stepUp: true,
  edits: "terms",
  input: WithdrawTermsRequest,
  output: SavedTermsShape,
  async run(context, input) {
    const { tx, actor, now } = context;
    const personId = personWithTerms(actor);
    const scope = await ownScope(personId, input.scope, now, tx);
    const { current, scheduled } = await scopeVersions(tx, personId, scope, now);
    if ((current?.terms ?? null) === null && scheduled.every((version) => version.terms === null))
      throw new DomainError("TERMS_ALREADY_WITHDRAWN", "There are no terms in force here to withdraw.");
    const { version, newest, events } = await saveVersion(tx, {
      personId,
      scope,
      terms: null,
      effectiveFrom: input.effectiveFrom === undefined ? null : new Date(input.effectiveFrom),
      note: input.note || null,
      refuseIfChanged: unchangedTerms(context, input.expects),
      now,
      by: actorName(actor),
    });
    return {
      value: { ...savedToWire(version), version: newest },
      events,
      audit: { subject: version.id, personId, detail: { scopeKind: scope.kind } },
    };
  },
});
