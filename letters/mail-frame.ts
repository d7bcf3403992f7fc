/** A mail without its address: plain text first (everybody can read it), and the same in simple HTML. */
export type MailText = Readonly<{ subject: string; text: string; html: string }>;

/** Names come from people: a line break in one must not start a header or a paragraph of its own. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What people write is text, never markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** The page around a mail's body; mail programs know neither our style sheet nor our faces. */
export function mailHtml(locale: string, body: string): string {
  return `<!doctype html><html lang="${locale}"><body style="margin:0;padding:32px 16px;background:#FBFAF7;color:#1B1A17;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:36rem;margin:0 auto"><p style="font:600 20px/1.3 Georgia,serif;margin:0 0 24px">Remit</p>
${body}</div></body></html>`;
}
