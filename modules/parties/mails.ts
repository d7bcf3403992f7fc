import { LIMITS } from "@/kernel/limits";

/** A mail without its address: plain text first (everybody can read it), and the same in plain HTML. */
export type MailText = Readonly<{ subject: string; text: string; html: string }>;

export function signInMail(url: string, site: string): MailText {
  return compose({
    subject: `Sign in to Remit (${site})`,
    lead: `Somebody, probably you, asked to sign in to Remit at ${site} with this e-mail address.`,
    button: "Sign in",
    url,
    foot: `The link works once, for ${LIMITS.signInLinkMinutes} minutes. If you did not ask for it, do nothing: without the link nobody gets in.`,
  });
}

export function invitationMail(
  invitation: { organisation: string; role: string; invitedBy: string | null },
  url: string,
): MailText {
  const by = invitation.invitedBy === null ? "You are invited" : `${invitation.invitedBy} invites you`;
  return compose({
    subject: `Join ${invitation.organisation} on Remit`,
    lead: `${by} to join ${invitation.organisation} on Remit as ${invitation.role}.`,
    button: "See the invitation",
    url,
    foot: `The invitation is for this e-mail address and runs out after ${LIMITS.invitationDays} days. If you do not know ${invitation.organisation}, do nothing.`,
  });
}

function compose(mail: {
  subject: string;
  lead: string;
  button: string;
  url: string;
  foot: string;
}): MailText {
  const { lead, button, url, foot } = mail;
  // Names come from people: a line break in one must not start a header or a paragraph of its own.
  const subject = mail.subject.replace(/[\r\n]+/g, " ");
  return {
    subject,
    text: `${lead}\n\n${button}:\n${url}\n\n${foot}\n`,
    html: `<!doctype html><html lang="en"><body style="margin:0;padding:32px 16px;background:#FBFAF7;color:#1B1A17;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:32rem;margin:0 auto"><p style="font:600 20px/1.3 Georgia,serif;margin:0 0 24px">Remit</p>
<p>${escapeHtml(lead)}</p>
<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="background:#1F6F4A;color:#fff;padding:12px 20px;border-radius:6px;text-decoration:none">${escapeHtml(button)}</a></p>
<p style="font-size:14px;color:#5C5952">${escapeHtml(foot)}</p></div></body></html>`,
  };
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
