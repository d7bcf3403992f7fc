import { z } from "zod";
import { command } from "@/infra/command";
import { env } from "@/infra/env";
import { sendMail } from "@/infra/mail";
import { notFound } from "@/kernel/errors";
import { invitationMail } from "./mails";
import { findInvitation } from "./repository/invitations";
import { findOrganisation } from "./repository/organisations";
import { namesOf } from "./repository/people";
import { invitationToken } from "./secrets";
import { invitationState } from "./wire";

/**
 * Follows parties.member_invited. If the worker dies after the mail left and before this commits, the same mail is sent
 * a second time: harmless, it carries the same link.
 */
export const sendInvitationMail = command({
  name: "parties.send_invitation_mail",
  scope: null,
  input: z.object({ invitationId: z.string() }),
  output: z.object({ sent: z.boolean() }),
  async run({ actor, now }, { invitationId }) {
    if (actor.kind !== "system") throw notFound("page");
    const invitation = await findInvitation(invitationId);
    const organisation = invitation === null ? null : await findOrganisation(invitation.organisationId);
    const sent =
      invitation !== null && organisation !== null && invitationState(invitation, now) === "pending";
    if (sent) {
      const [, inviterId = ""] = invitation.invitedBy.split(":");
      const invitedBy = (await namesOf([inviterId])).get(inviterId) ?? null;
      const url = `${env().REMIT_URL}/invitations/${invitationToken(invitationId)}`;
      const mail = invitationMail({ organisation: organisation.name, role: invitation.role, invitedBy }, url);
      await sendMail({ to: invitation.email, ...mail });
    }
    return {
      value: { sent },
      events: [],
      audit: { subject: invitationId, organisationId: invitation?.organisationId ?? null, detail: { sent } },
    };
  },
});
