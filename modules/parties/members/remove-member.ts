import type { z } from "zod";
import { command } from "@/infra/verb/command";
import { rankIn, requireIn } from "@/kernel/access";
import { type Actor, personIdOf } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { checkMayAssign, checkOwnerRemains } from "../domain/roles";
import { PartyEvents } from "../events";
import { countOwners, deleteMember, roleOf } from "../repository/members";
import { lockOrganisation } from "../repository/organisations";
import { MemberRef } from "../schema";

/** Who goes by themselves needs nobody's leave, and no recent sign-in. */
const isLeaving = (actor: Actor, { organisationId, personId }: z.output<typeof MemberRef>) =>
  personIdOf(actor) === personId && rankIn(actor, organisationId) !== null;

/** Takes a member out of an organisation; anybody can leave by themselves, whatever their role. */
export const removeMember = command({
  name: "parties.remove_member",
  scope: "parties:write",
  stepUp: (input, actor) => !isLeaving(actor, input),
  input: MemberRef,
  output: MemberRef,
  async run({ tx, actor }, { organisationId, personId }) {
    const leaving = isLeaving(actor, { organisationId, personId });
    if (!leaving) requireIn(actor, organisationId, "parties:write");
    await lockOrganisation(tx, organisationId);
    const role = await roleOf(tx, organisationId, personId);
    if (role === null) throw notFound("member");
    if (!leaving) checkMayAssign(rankIn(actor, organisationId), role, null);
    checkOwnerRemains(await countOwners(tx, organisationId), role, null);
    await deleteMember(tx, { organisationId, personId });
    return {
      value: { organisationId, personId },
      events: [PartyEvents.member_removed({ organisationId, personId })],
      audit: { subject: personId, organisationId, detail: { role, left: leaving } },
    };
  },
});
