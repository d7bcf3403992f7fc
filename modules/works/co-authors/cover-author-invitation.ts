import { digestOf } from "@/infra/crypto/secret-digest";
import { query } from "@/infra/verb/query";
import { personIdOf } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { personOf } from "@/modules/parties/people/person-of";
import { shortenedEmail } from "../domain/shortened-email";
import type { WorkKind } from "../domain/work";
import { findAuthorByToken } from "../repository/works";
import { AuthorInvitationCover, AuthorInvitationRef } from "../schema";

/**
 * The subject of a co-author's link, for any reader, before sign-in; the token in the link is the key. The recipient's
 * address is shortened, because people forward links.
 */
export const coverAuthorInvitation = query({
  name: "works.cover_author_invitation",
  scope: null,
  input: AuthorInvitationRef,
  output: AuthorInvitationCover,
  async run({ actor }, { token }) {
    const author = await findAuthorByToken(digestOf(token));
    if (author === null) throw notFound("invitation");
    const { work, email, name, shareBps, state } = author;
    const personId = personIdOf(actor);
    const [inviter, reader] = await Promise.all([
      personOf(work.registeredBy),
      personId === null ? null : personOf(personId),
    ]);
    const signedInAs = reader?.email ?? reader?.name ?? null;
    return {
      title: work.title,
      kind: work.kind as WorkKind,
      name,
      shareBps,
      open: state === "proposed",
      invitedBy: inviter?.name ?? inviter?.email ?? null,
      sentTo: email === null ? null : shortenedEmail(email),
      signedInAs,
      forAnother: personId !== null && email !== null && email.toLowerCase() !== reader?.email?.toLowerCase(),
      mine: personId === work.registeredBy,
    };
  },
});
