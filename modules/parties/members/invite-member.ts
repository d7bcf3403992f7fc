import { digestOf } from "@/infra/crypto/secret-digest";
import { command } from "@/infra/verb/command";
import { rankIn, refuseKeys, requireIn } from "@/kernel/access";
import { actorName, personIdOf } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { LIMITS } from "@/kernel/limits";
import { daysAfter } from "@/kernel/time";
import { checkMayAssign } from "../domain/roles";
import { PartyEvents } from "../events";
import { type InvitationRow, insertInvitation, invitedSince, revokeOpen } from "../repository/invitations";
import { isMemberByEmail } from "../repository/members";
import { lockOrganisation } from "../repository/organisations";
import { Invitation, InviteMember } from "../schema";
import { invitationWire } from "../wire";
import { invitationToken } from "./invitation-token";
import { consumeMailQuota } from "./mail-quota";

/** Invites an e-mail address to an organisation; inviting it again replaces the earlier link. A job sends the mail. Keys are refused. */
export const inviteMember = command({
  name: "parties.invite_member",
  scope: "parties:write",
  stepUp: true,
  input: InviteMember,
  output: Invitation,
  async run({ tx, actor, now }, { organisationId, email, role }) {
    requireIn(actor, organisationId, "parties:write");
    refuseKeys(actor, "invite anybody", "invite them on the page of the team");
    const organisation = await lockOrganisation(tx, organisationId);
    checkMayAssign(rankIn(actor, organisationId), null, role);
    if (await isMemberByEmail(tx, organisationId, email))
      throw new DomainError("CONFLICT", `${email} is already a member.`, {
        detail: { because: "already_member" },
        faults: [{ path: "email", message: "Already a member." }],
      });
    const max =
      organisation?.state === "verified" ? LIMITS.invitationsPerDay : LIMITS.invitationsPerDayUnverified;
    if ((await invitedSince(tx, organisationId, daysAfter(now, -1))) >= max)
      throw new DomainError(
        "RATE_LIMITED",
        `An organisation can send ${max} invitations a day. Invite the others tomorrow.`,
        {
          detail: { because: "invitations_a_day", max },
        },
      );
    await consumeMailQuota(personIdOf(actor) ?? organisationId, [email]);
    await revokeOpen(tx, organisationId, email, now);
    const id = newId("invitation", now);
    const invitation: InvitationRow = {
      id,
      organisationId,
      email,
      role,
      tokenHash: digestOf(invitationToken(id)),
      invitedBy: actorName(actor),
      createdAt: now,
      expiresAt: daysAfter(now, LIMITS.invitationDays),
      acceptedAt: null,
      revokedAt: null,
    };
    await insertInvitation(tx, invitation);
    return {
      value: invitationWire(invitation, now, invitation.invitedBy),
      events: [PartyEvents.member_invited({ invitationId: id, organisationId })],
      audit: { subject: id, organisationId, detail: { role } },
    };
  },
});
