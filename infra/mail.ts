import { createTransport, type Transporter } from "nodemailer";
import { env } from "./env";

export type Mail = Readonly<{ to: string; subject: string; text: string; html?: string }>;

const shared = globalThis as { remitMail?: { url: string; transport: Transporter } };

/** Speaks SMTP, always: with SMTP_URL's server, which in a development or demo world is the built-in mailbox. */
export async function sendMail(mail: Mail): Promise<void> {
  const url = env().SMTP_URL;
  if (url === undefined) throw new Error("SMTP_URL is not set: no mail can be sent");
  if (shared.remitMail?.url !== url) {
    shared.remitMail = {
      url,
      transport: createTransport(url, {
        connectionTimeout: 10_000,
        socketTimeout: 20_000,
        disableFileAccess: true,
        disableUrlAccess: true,
      } as object),
    };
  }
  // `to` as an object: an address is never parsed as a list of addresses.
  await shared.remitMail.transport.sendMail({
    ...mail,
    to: { name: "", address: mail.to },
    from: env().MAIL_FROM,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  });
}
