import { command } from "@/infra/verb/command";
import { refuseKeys, requireIn } from "@/kernel/access";
import { actorName, isOperator } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { refuseIfChanged } from "@/modules/audit/changed-meanwhile";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";
import { templateFault } from "../domain/platform";
import { HandleEvents } from "../events";
import { lockProofRule, saveProofRule } from "../repository/proof-rules";
import { ProofRule, ProofRuleView } from "../schema";
import { proofRuleWire } from "../wire";

/** How handles of a platform can be proved, said by the platform itself. Proofs that stand are not touched. */
export const setProofRule = command({
  name: "works.set_proof_rule",
  scope: "works:write",
  stepUp: true,
  edits: "proof rule",
  input: ProofRule,
  output: ProofRuleView,
  async run(context, { organisationId, ...rule }) {
    const { tx, actor, now } = context;
    if (!isOperator(actor, "operator:write")) requireIn(actor, organisationId, "works:write");
    refuseKeys(actor, "change how handles are proved", "change it in the settings of the platform");
    const platform = await organisationOf(organisationId);
    if (platform === null || platform.kind !== "platform") throw notFound("platform");
    const before = await lockProofRule(tx, organisationId);
    const current = proofRuleWire(organisationId, before ?? undefined);
    await refuseIfChanged(context, {
      version: current.version,
      organisationId,
      last: async () => (before === null ? null : { by: before.updatedBy, at: before.updatedAt }),
      current: () => current,
    });
    const fault = rule.profileTemplate === null ? null : templateFault(rule.profileTemplate, platform.host);
    if (fault !== null)
      throw new DomainError("INVALID_INPUT", fault, {
        faults: [{ path: "profileTemplate", message: fault }],
      });
    await saveProofRule(tx, organisationId, rule, { updatedAt: now, updatedBy: actorName(actor) });
    return {
      value: proofRuleWire(organisationId, rule),
      events: [HandleEvents.proof_rule_set({ organisationId })],
      audit: { subject: organisationId, organisationId, detail: { ...rule } },
    };
  },
});
