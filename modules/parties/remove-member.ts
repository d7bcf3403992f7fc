import { command } from "@/infra/command";
import { personIdOf } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { requireIn } from "./access";
import { checkMayAssign, checkOwnerRemains, rankIn } from "./domain/roles";
import { countOwners, deleteMember, roleOf } from "./repository/members";
import { lockOrganisation } from "./repository/organisations";
import { MemberRef } from "./schema";

/** Takes a member out of an organisation; anybody can leave by themselves, whatever their role. */
export const removeMember = command({
  name: "parties.remove_member",
  scope: "parties:write",
  input: MemberRef,
  output: MemberRef,
  async run({ tx, actor }, { organisationId, personId }) {
    const leaving = personIdOf(actor) === personId && rankIn(actor, organisationId) !== null;
    if (!leaving) requireIn(actor, organisationId, "parties:write");
    await lockOrganisation(tx, organisationId);
    const role = await roleOf(tx, organisationId, personId);
    if (role === null) throw notFound("member");
    if (!leaving) checkMayAssign(rankIn(actor, organisationId), role, null);
    checkOwnerRemains(await countOwners(tx, organisationId), role, null);
    await deleteMember(tx, { organisationId, personId });
    return {
      value: { organisationId, personId },
      events: [{ type: "parties.member_removed", payload: { organisationId, personId } }],
      audit: { subject: personId, organisationId, detail: { role, left: leaving } },
    };
  },
});
