import { z } from "zod";
import { command } from "@/infra/command";
import { env } from "@/infra/env";
import { sendMail } from "@/infra/mail";
import { notFound } from "@/kernel/errors";
import { personOf } from "@/modules/parties/person-of";
import { authorMail } from "./mails";
import { findAuthor } from "./repository/works";
import { authorToken } from "./secrets";

/** Follows works.author_invited. A second run sends the same link again, which is harmless. */
export const sendAuthorInvitation = command({
  name: "works.send_author_invitation",
  scope: null,
  input: z.object({ authorId: z.string() }),
  output: z.object({ sent: z.boolean() }),
  async run({ actor }, { authorId }) {
    if (actor.kind !== "system") throw notFound("page");
    const author = await findAuthor(authorId);
    const sent = author !== null && author.state === "proposed" && author.email !== null;
    if (sent) {
      const inviter = await personOf(author.work.registeredBy);
      const { title } = author.work;
      const invitedBy = inviter?.name ?? inviter?.email ?? null;
      const url = `${env().REMIT_URL}/me/works/invitations/${authorToken(authorId)}`;
      const mail = authorMail({ title, name: author.name, shareBps: author.shareBps, invitedBy }, url);
      await sendMail({ to: author.email ?? "", ...mail });
    }
    return { value: { sent }, events: [], audit: { subject: authorId, detail: { sent } } };
  },
});
