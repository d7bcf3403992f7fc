import { percent } from "./domain/split";

/** Mails of this capability: plain text, one act, what happens if the reader does nothing. */
type MailText = Readonly<{ subject: string; text: string }>;

// Names come from people: a line break in one must not start a header or a paragraph of its own.
const line = (text: string) => text.replace(/\s+/g, " ").trim();

export function authorMail(
  invitation: Readonly<{ title: string; name: string; shareBps: number; invitedBy: string | null }>,
  url: string,
): MailText {
  const { title, name, shareBps, invitedBy } = invitation;
  return {
    subject: line(`Your share in “${title}” on Remit`),
    text: `${line(name)},

${line(invitedBy ?? "Somebody")} registered “${line(title)}” on Remit and names you as an author with ${percent(shareBps)} % of what it earns.

Accept or decline your share:
${url}

Until you accept, your share is held for you and paid to nobody. If you know nothing of this work, decline, or do nothing.
`,
  };
}
