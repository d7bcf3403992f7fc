import { z } from "zod";
import { env } from "@/infra/env";
import { sendMail } from "@/infra/mail/mail";
import { type Command, command } from "@/infra/verb/command";
import type { Role } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { findInvitation, type InvitationRow } from "../repository/invitations";
import { findOrganisation } from "../repository/organisations";
import { findPerson, findPersonByEmail } from "../repository/people";
import { invitationState } from "../wire";
import { invitationToken } from "./invitation-token";

/** What an invitation's mail says, before it is written in somebody's language. */
export type InvitationLetter = Readonly<{
  organisation: string;
  /** Whether the operator has verified it: only then does its name stand in the subject of a mail. */
  isVerified: boolean;
  role: Role;
  /** Who invites; null when that was a program. */
  invitedBy: string | null;
  url: string;
  /** The language of the one who is invited, if they are known here; else of the one who invites. */
  locale: string;
}>;

/** Writes the mail. The caller passes it in, because this capability knows no languages. */
export type WriteInvitation = (
  letter: InvitationLetter,
) => Readonly<{ subject: string; text: string; html: string }>;

const Input = z.object({ invitationId: z.string() });
const Output = z.object({ sent: z.boolean() });

/**
 * Follows parties.member_invited. If the worker dies after the mail left and before this commits, the same mail is sent
 * a second time: harmless, it carries the same link.
 */
export const sendInvitationMail = (write: WriteInvitation): Command<typeof Input, typeof Output> =>
  command({
    name: "parties.send_invitation_mail",
    scope: null,
    input: Input,
    output: Output,
    async run({ actor, now }, { invitationId }) {
      if (actor.kind !== "system") throw notFound("page");
      const invitation = await findInvitation(invitationId);
      const letter =
        invitation !== null && invitationState(invitation, now) === "pending"
          ? await letterOf(invitation)
          : null;
      const sent = invitation !== null && letter !== null;
      if (sent) await sendMail({ to: invitation.email, ...write(letter) });
      return {
        value: { sent },
        events: [],
        audit: {
          subject: invitationId,
          organisationId: invitation?.organisationId ?? null,
          detail: { sent },
        },
      };
    },
  });

async function letterOf(invitation: InvitationRow): Promise<InvitationLetter | null> {
  const [kind, inviterId = ""] = invitation.invitedBy.split(":");
  const [organisation, inviter, invited] = await Promise.all([
    findOrganisation(invitation.organisationId),
    kind === "user" ? findPerson(inviterId) : null,
    findPersonByEmail(invitation.email),
  ]);
  if (organisation === null) return null;
  return {
    organisation: organisation.name,
    isVerified: organisation.state === "verified",
    role: invitation.role,
    invitedBy: inviter?.name ?? inviter?.email ?? null,
    url: `${env().REMIT_URL}/invitations/${invitationToken(invitation.id)}`,
    locale: (invited ?? inviter)?.locale ?? "en",
  };
}
