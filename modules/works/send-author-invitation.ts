import type { CallContext } from "@/infra/command";
import { env } from "@/infra/env";
import { sendMail } from "@/infra/mail";
import { notFound } from "@/kernel/errors";
import { personOf } from "@/modules/parties/person-of";
import { authorMail } from "./mails";
import { findAuthor } from "./repository/works";
import { authorToken } from "./secrets";

/**
 * Follows works.author_invited. Not a command: it writes nothing, and a mail server must not keep a database connection
 * waiting. A second run sends the same link again, which is harmless.
 */
export async function sendAuthorInvitation(
  { actor }: CallContext,
  { authorId }: Readonly<{ authorId: string }>,
): Promise<{ sent: boolean }> {
  if (actor.kind !== "system") throw notFound("page");
  const author = await findAuthor(authorId);
  if (author === null || author.state !== "proposed" || author.email === null) return { sent: false };
  const inviter = await personOf(author.work.registeredBy);
  const { title } = author.work;
  const invitedBy = inviter?.name ?? inviter?.email ?? null;
  const url = `${env().REMIT_URL}/me/works/invitations/${authorToken(authorId)}`;
  const mail = authorMail({ title, name: author.name, shareBps: author.shareBps, invitedBy }, url);
  await sendMail({ to: author.email, ...mail });
  return { sent: true };
}
