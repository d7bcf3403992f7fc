import "server-only";
import { join } from "node:path";
import { env } from "@/infra/env";
import { listDevMails, type ReceivedMail, readDevMail } from "@/infra/mail/dev-mailbox";

export type ShownMail = Omit<ReceivedMail, "at"> & Readonly<{ at: string }>;

const shown = (mail: ReceivedMail): ShownMail => ({ ...mail, at: mail.at.toISOString() });
const folder = () => join(env().REMIT_DATA_DIR, "mailbox");

/** The mails of the built-in mailbox, newest first; null where there is none, that is: wherever mail is real. */
export async function devMails(): Promise<readonly ShownMail[] | null> {
  return env().REMIT_DEV_MAILBOX === "1" ? (await listDevMails(folder())).map(shown) : null;
}

export async function devMail(id: string): Promise<ShownMail | null> {
  const mail = env().REMIT_DEV_MAILBOX === "1" ? await readDevMail(folder(), id) : null;
  return mail === null ? null : shown(mail);
}
