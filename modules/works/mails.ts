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

export function disputeMail(seat: Readonly<{ name: string; platform: string }>, url: string): MailText {
  return {
    subject: line(`${seat.name} on ${seat.platform} is proved by two people`),
    text: `Somebody else has proved the handle ${line(seat.name)} on ${line(seat.platform)} too.

From now on money for this handle is held, and nobody is paid from it. An operator compares the proofs and decides. A refusal set by the first holder still counts.

You can add another proof as evidence here:
${url}

If your own site or profile may have been taken over, secure it first.
`,
  };
}

export function settledMail(
  seat: Readonly<{ name: string; platform: string; won: boolean; note: string }>,
  url: string,
): MailText {
  const decision = seat.won
    ? "The handle is yours. Money held for it is yours again."
    : "The operator decided that the handle belongs to somebody else.";
  return {
    subject: line(`Decided: ${seat.name} on ${seat.platform}`),
    text: `The dispute about ${line(seat.name)} on ${line(seat.platform)} is decided.

${decision}

The operator's reason: ${line(seat.note)}

${url}
`,
  };
}
