import { env } from "@/infra/env";
import { sendMail } from "@/infra/mail/mail";
import type { CallContext } from "@/infra/verb/command";
import { notFound } from "@/kernel/errors";
import { personOf, personWithEmail } from "@/modules/parties/people/person-of";
import { findAuthor } from "../repository/works";
import { authorToken } from "./author-token";

/** What a co-author's mail says, before it is written in somebody's language. */
export type AuthorLetter = Readonly<{
  title: string;
  /** How the work names them. */
  name: string;
  shareBps: number;
  invitedBy: string | null;
  url: string;
  /** The language of the author if they have an account here, else of the registrant. */
  locale: string;
}>;

/** Writes the mail. The caller passes it in, because this capability knows no languages. */
export type WriteAuthorMail = (
  letter: AuthorLetter,
) => Readonly<{ subject: string; text: string; html: string }>;

/**
 * Follows works.author_invited. Not a command: it writes nothing, and a mail server must not keep a database connection
 * waiting. A second run sends the same link again, which is harmless.
 */
export async function sendAuthorInvitation(
  { actor }: CallContext,
  { authorId }: Readonly<{ authorId: string }>,
  write: WriteAuthorMail,
): Promise<{ sent: boolean }> {
  if (actor.kind !== "system") throw notFound("page");
  const author = await findAuthor(authorId);
  if (author === null || author.state !== "proposed" || author.email === null) return { sent: false };
  const [inviter, known] = await Promise.all([
    personOf(author.work.registeredBy),
    personWithEmail(author.email),
  ]);
  const mail = write({
    title: author.work.title,
    name: author.name,
    shareBps: author.shareBps,
    invitedBy: inviter?.name ?? inviter?.email ?? null,
    url: `${env().REMIT_URL}/me/works/invitations/${authorToken(authorId)}`,
    locale: (known ?? inviter)?.locale ?? "en",
  });
  await sendMail({ to: author.email, ...mail });
  return { sent: true };
}
