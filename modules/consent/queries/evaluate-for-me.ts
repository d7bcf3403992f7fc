import { query } from "@/infra/verb/query";
import { evaluate, type Layer } from "../domain/evaluate";
import { scopeKey } from "../domain/scope";
import { termsFromJson } from "../domain/terms";
import { personVersions } from "../repository/versions";
import { DecisionShape, EvaluateRequest } from "../schema";
import { layersFor } from "../terms/evaluate-for-person";
import { ownScope, personWithTerms } from "../terms/own-scope";
import { ownScopes } from "../terms/scope-labels";
import { decisionToWire } from "../wire";

/** "What would happen if this buyer asked?": a person's own terms, or a draft of them, put to a request. */
export const evaluateForMe = query({
  name: "consent.evaluate-for-me",
  scope: "consent:read",
  input: EvaluateRequest,
  output: DecisionShape,
  async run({ actor, now }, input) {
    const personId = personWithTerms(actor);
    const at = input.at === undefined ? now : new Date(input.at);
    const scope = await ownScope(personId, input.scope, now);
    const own = await ownScopes(personId, now);
    const saved = layersFor(await personVersions(personId, at), scope);
    const key = scopeKey(scope, personId);
    const draft: Layer[] =
      input.draft === undefined
        ? []
        : [{ scope, termsVersionId: "draft", terms: termsFromJson(input.draft) }];
    const kept =
      draft.length === 0
        ? saved
        : saved.filter((l) => l.scope.kind !== scope.kind || scopeKey(l.scope, personId) !== key);
    const { scope: _, draft: __, ...asked } = input;
    return decisionToWire(evaluate([...draft, ...kept], { ...asked, at }), asked.currency, own);
  },
});
