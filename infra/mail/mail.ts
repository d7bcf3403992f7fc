import { createTransport, type Transporter } from "nodemailer";
import { env } from "../env";

export type Mail = Readonly<{
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Becomes the Message-ID, which distinguishes a copy of this mail from another mail. */
  id?: string;
  headers?: Readonly<Record<string, string>>;
}>;

const shared = globalThis as { remitMail?: { url: string; transport: Transporter } };

/** Speaks SMTP, always: with SMTP_URL's server, which in a development or demo world is the built-in mailbox. */
export async function sendMail(mail: Mail): Promise<void> {
  const url = env().SMTP_URL;
  if (url === undefined)
    throw Object.assign(new Error("SMTP_URL is not set: no mail can be sent"), { code: "ENOSERVER" });
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
  const { id, headers, ...content } = mail;
  await shared.remitMail.transport.sendMail({
    ...content,
    to: { name: "", address: mail.to },
    from: env().MAIL_FROM,
    ...(id === undefined ? {} : { messageId: `<${id}@${new URL(env().REMIT_URL).hostname}>` }),
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", ...headers },
  });
}

/** Failures after which the message cannot have left: nobody was reached, or nobody let us in. */
const BEFORE_THE_MESSAGE = {
  syscalls: ["connect", "getaddrinfo"],
  codes: ["EDNS", "ETLS", "EAUTH", "ENOSERVER"],
  messages: ["Connection timeout", "Greeting never received"],
};

/**
 * The meaning of a failure of `sendMail`:
 * - "later": the server did not take the mail now;
 * - "never": it refused the mail for good;
 * - "unknown": the conversation broke off when the server may have had the mail, as with any closed connection.
 */
export function meaningOf(error: unknown): "later" | "never" | "unknown" {
  const { responseCode, code, syscall, message } = error as Partial<
    Record<"code" | "syscall" | "message", string> & { responseCode: number }
  >;
  if (responseCode !== undefined) return responseCode >= 500 ? "never" : "later";
  if (code === "EENVELOPE") return "never";
  const { syscalls, codes, messages } = BEFORE_THE_MESSAGE;
  const neverLeft =
    syscalls.includes(syscall ?? "") || codes.includes(code ?? "") || messages.includes(message ?? "");
  return neverLeft ? "later" : "unknown";
}
