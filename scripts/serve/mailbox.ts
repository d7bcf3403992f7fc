import { join } from "node:path";
import { startDevMailbox } from "@/infra/mail/dev-mailbox";

type Mailbox = Readonly<{ env: Record<string, string>; stop(): Promise<void> }>;

/** Without SMTP_URL, mails go over real SMTP to a mailbox of our own, shown at /dev/mailbox. */
export async function openMailbox(dataDir: string): Promise<Mailbox> {
  if (process.env.SMTP_URL) return { env: {}, stop: async () => {} };
  const mailbox = await startDevMailbox({ port: 0, dir: join(dataDir, "mailbox") });
  return { env: { SMTP_URL: mailbox.url, REMIT_DEV_MAILBOX: "1" }, stop: mailbox.close };
}
