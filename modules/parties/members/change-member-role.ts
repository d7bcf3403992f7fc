import { command } from "@/infra/verb/command";
import { rankIn, refuseKeys, requireIn } from "@/kernel/access";
import { DomainError, notFound } from "@/kernel/errors";
import { lastCommand, refuseIfChanged } from "@/modules/audit/changed-meanwhile";
import { checkMayAssign, checkOwnerRemains } from "../domain/roles";
import { PartyEvents } from "../events";
import { countOwners, roleOf, saveRole } from "../repository/members";
import { lockOrganisation } from "../repository/organisations";
import { ChangedMemberRole, ChangeMemberRole } from "../schema";

/** Gives a member another role. Locks the organisation first, so that two owners cannot step down concurrently. */
export const changeMemberRole = command({
  name: "parties.change_member_role",
  scope: "parties:write",
  stepUp: true,
  edits: "member",
  input: ChangeMemberRole,
  output: ChangedMemberRole,
  async run(context, { organisationId, personId, role }) {
    const { tx, actor } = context;
    requireIn(actor, organisationId, "parties:write");
    refuseKeys(actor, "change a role", "change it on the page of the team");
    await lockOrganisation(tx, organisationId);
    const before = await roleOf(tx, organisationId, personId);
    if (before === null) throw notFound("member");
    await refuseIfChanged(context, {
      version: before,
      organisationId,
      last: () => lastCommand(context, personId, ["parties.change_member_role"]),
      current: () => ({ organisationId, personId, role: before, version: before }),
    });
    if (before === role)
      throw new DomainError("CONFLICT", "The member already has this role.", {
        detail: { because: "same_role" },
      });
    checkMayAssign(rankIn(actor, organisationId), before, role);
    checkOwnerRemains(await countOwners(tx, organisationId), before, role);
    await saveRole(tx, { organisationId, personId }, role);
    return {
      value: { organisationId, personId, role, version: role },
      events: [PartyEvents.member_role_changed({ organisationId, personId, role })],
      audit: { subject: personId, organisationId, detail: { from: before, to: role } },
    };
  },
});
