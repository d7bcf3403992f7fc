import { command } from "@/infra/command";
import { actorName, isOperator } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { requireIn } from "@/modules/parties/access";
import { organisationOf } from "@/modules/parties/organisation-of";
import { templateFault } from "./domain/platform";
import { saveProofRule } from "./repository/proof-rules";
import { ProofRule } from "./schema";

/** How handles of a platform can be proved, said by the platform itself. Proofs that stand are not touched. */
export const setProofRule = command({
  name: "works.set_proof_rule",
  scope: "works:write",
  stepUp: true,
  input: ProofRule,
  output: ProofRule,
  async run({ tx, actor, now }, { organisationId, ...rule }) {
    if (!isOperator(actor, "operator:write")) requireIn(actor, organisationId, "works:write");
    const platform = await organisationOf(organisationId);
    if (platform === null || platform.kind !== "platform") throw notFound("platform");
    const fault = rule.profileTemplate === null ? null : templateFault(rule.profileTemplate, platform.host);
    if (fault !== null)
      throw new DomainError("INVALID_INPUT", fault, {
        faults: [{ path: "profileTemplate", message: fault }],
      });
    await saveProofRule(tx, organisationId, rule, { updatedAt: now, updatedBy: actorName(actor) });
    return {
      value: { organisationId, ...rule },
      events: [{ type: "works.proof_rule_set", payload: { organisationId } }],
      audit: { subject: organisationId, organisationId, detail: { ...rule } },
    };
  },
});
