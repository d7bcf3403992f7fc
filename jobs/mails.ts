import type { CallContext } from "@/infra/verb/command";
import { authorMail, invitationMail } from "@/letters/compose-request";
import { sendInvitationMail } from "@/modules/parties/members/send-invitation-mail";
import { sendAuthorInvitation } from "@/modules/works/co-authors/send-author-invitation";

/** Follows parties.member_invited. */
export const mailInvitation = sendInvitationMail(invitationMail);

/** Follows works.author_invited. */
export const mailAuthor = (
  call: CallContext,
  event: Readonly<{ authorId: string }>,
): Promise<{ sent: boolean }> => sendAuthorInvitation(call, event, authorMail);
