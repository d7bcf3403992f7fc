import type { CallContext } from "@/infra/command";
import { sendInvitationMail } from "@/modules/parties/send-invitation-mail";

/** What follows from what: event type → verbs, run by the worker as a system actor. Each must be safe to run twice. */
export const ON_EVENT: Readonly<
  Record<string, readonly ((call: CallContext, payload: never) => Promise<unknown>)[]>
> = {
  "parties.member_invited": [sendInvitationMail],
};
