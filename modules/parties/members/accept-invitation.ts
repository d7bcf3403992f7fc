import { digestOf } from "@/infra/crypto/secret-digest";
import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import { DomainError } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { PartyEvents } from "../events";
import { closeInvitation, findInvitationByHash, type InvitationRow } from "../repository/invitations";
import { insertMember, roleOf } from "../repository/members";
import { findOrganisation, lockOrganisation } from "../repository/organisations";
import { findPerson } from "../repository/people";
import { InvitationToken, MyMembership } from "../schema";
import { invitationState } from "../wire";

/** The invited person joins. The link alone is not enough: they are signed in with the very address it was sent to. */
export const acceptInvitation = command({
  name: "parties.accept_invitation",
  scope: "parties:write",
  input: InvitationToken,
  output: MyMembership,
  async run({ tx, actor, now }, { token }) {
    const personId = requirePerson(actor);
    const invitation = await openInvitation(tx, token, now);
    const person = await findPerson(personId, tx);
    if (person?.email !== invitation.email || person.emailVerified === null) {
      throw new DomainError(
        "INVITATION_INVALID",
        "This invitation is for another e-mail address. Sign in with the address it was sent to.",
        { detail: { because: "invited_elsewhere" } },
      );
    }
    const { organisationId, role } = invitation;
    await lockOrganisation(tx, organisationId);
    const organisation = await findOrganisation(organisationId, tx);
    if (organisation === null || !(await closeInvitation(tx, invitation.id, { acceptedAt: now })))
      throw invalid();
    const already = await roleOf(tx, organisationId, personId);
    if (already === null)
      await insertMember(tx, {
        id: newId("membership", now),
        organisationId,
        personId,
        role,
        createdAt: now,
      });
    const { name, kind, state } = organisation;
    return {
      value: { organisationId, name, kind, state, role: already ?? role },
      events: [PartyEvents.member_joined({ organisationId, personId })],
      audit: { subject: invitation.id, organisationId, personId, detail: { role: already ?? role } },
    };
  },
});

async function openInvitation(tx: Tx, token: string, now: Date): Promise<InvitationRow> {
  const invitation = await findInvitationByHash(digestOf(token), tx);
  if (invitation === null || invitationState(invitation, now) !== "pending") throw invalid();
  return invitation;
}

const invalid = () =>
  new DomainError(
    "INVITATION_INVALID",
    "This invitation was used or cancelled, or has expired. Ask for a new one.",
  );
