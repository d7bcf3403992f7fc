import { z } from "zod";
import { command } from "@/infra/verb/command";
import { requireIn } from "@/kernel/access";
import { DomainError, notFound } from "@/kernel/errors";
import { closeInvitation, findInvitation } from "../repository/invitations";
import { InvitationRef } from "../schema";

/** Cancels an open invitation; its link stops working immediately. */
export const revokeInvitation = command({
  name: "parties.revoke_invitation",
  scope: "parties:write",
  input: InvitationRef,
  output: z.object({ id: z.string() }),
  async run({ tx, actor, now }, { organisationId, invitationId }) {
    requireIn(actor, organisationId, "parties:write");
    const invitation = await findInvitation(invitationId, tx);
    if (invitation?.organisationId !== organisationId) throw notFound("invitation");
    if (invitation.acceptedAt !== null)
      throw new DomainError("CONFLICT", "This invitation was accepted. Remove the member instead.", {
        detail: { because: "invitation_accepted" },
      });
    await closeInvitation(tx, invitationId, { revokedAt: now });
    return {
      value: { id: invitationId },
      events: [],
      audit: { subject: invitationId, organisationId },
    };
  },
});
