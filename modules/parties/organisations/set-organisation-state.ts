import { command } from "@/infra/verb/command";
import { requireOperator } from "@/kernel/access";
import { DomainError, notFound } from "@/kernel/errors";
import { PartyEvents } from "../events";
import { hostIsTaken, lockOrganisation, saveOrganisation } from "../repository/organisations";
import { Organisation, SetOrganisationState } from "../schema";
import { organisationWire } from "../wire";
import { refuseIfOrganisationChanged } from "./update-organisation";

/** The operator verifies, un-verifies or suspends an organisation, and says why. */
export const setOrganisationState = command({
  name: "parties.set_organisation_state",
  scope: "operator:write",
  stepUp: true,
  edits: "organisation",
  input: SetOrganisationState,
  output: Organisation,
  async run(context, { organisationId, state, reason }) {
    const { tx, actor, now } = context;
    requireOperator(actor, "operator:write");
    const before = await lockOrganisation(tx, organisationId);
    if (before === null) throw notFound("organisation");
    await refuseIfOrganisationChanged(context, before);
    if (before.kind === "operator" && state !== "verified")
      throw new DomainError(
        "CONFLICT",
        "The operator organisation cannot be suspended: no one could lift the suspension.",
        { detail: { because: "operator_stays" } },
      );
    if (state === "verified" && before.host !== null && (await hostIsTaken(tx, before.host, before.id))) {
      throw new DomainError("CONFLICT", `Another verified platform is already at ${before.host}.`, {
        detail: { because: "host_taken", host: before.host },
      });
    }
    const verifiedAt = before.verifiedAt ?? (state === "verified" ? now : null);
    const after = { ...before, state, verifiedAt };
    if (state !== before.state) await saveOrganisation(tx, after);
    return {
      value: organisationWire(after, actor),
      events:
        state === before.state ? [] : [PartyEvents.organisation_state_set({ organisationId, state, reason })],
      audit: { subject: organisationId, organisationId, detail: { from: before.state, to: state, reason } },
    };
  },
});
