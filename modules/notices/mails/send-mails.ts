import { env } from "@/infra/env";
import { logger } from "@/infra/logger";
import { type Mail, meaningOf, sendMail } from "@/infra/mail/mail";
import { personOf } from "@/modules/parties/people/person-of";
import { ALWAYS_MAILED, isKind, TOPIC_OF } from "../domain/kinds";
import { noticeView } from "../inbox/queries";
import { claimMails, giveUpClaims, type MailRow, noticesOfMail, saveMail } from "../repository/mails";
import type { NoticeView } from "../schema";
import { type Unsubscribable, unsubscribeToken } from "../settings/unsubscribe-token";

const AT_ONCE = 8;
const LISTED = 30;
const ATTEMPTS = 8;
const CLAIM_MINUTES = 15;

/** What a mail says, before it is written in somebody's language. */
export type Letter = Readonly<{
  kind: "now" | "daily" | "weekly";
  reader: Readonly<{ name: string | null; locale: string }>;
  notices: readonly NoticeView[];
  /** Notices of this mail that are not among `notices`, because they are too many. */
  more: number;
  /** Where links lead, without a trailing slash. */
  site: string;
  /** Null for what cannot be stopped: mails about the security of the account. */
  unsubscribeUrl: string | null;
}>;

/** Writes a letter in its reader's language. The caller passes it in, because this capability knows no languages. */
export type Compose = (letter: Letter) => Readonly<{ subject: string; text: string; html: string }>;

/** Sends all mails that are due. Each is marked before it is sent, so no retry and no second worker sends it again. */
export async function sendDueMails(compose: Compose, now: () => Date): Promise<{ sent: number }> {
  await giveUpClaims(new Date(now().getTime() - CLAIM_MINUTES * 60_000));
  let sent = 0;
  for (;;) {
    const mails = await claimMails(now(), AT_ONCE);
    const outcomes = await Promise.all(mails.map((mail) => sendOne(mail, compose, now)));
    sent += outcomes.filter(Boolean).length;
    if (mails.length < AT_ONCE) return { sent };
  }
}

async function sendOne(row: MailRow, compose: Compose, now: () => Date): Promise<boolean> {
  let mail: Mail | null;
  try {
    mail = await mailOf(row, compose);
  } catch (error) {
    await saveFailure(row, error, "later", now());
    return false;
  }
  if (mail === null) {
    await saveMail(row.id, { state: "refused", failure: "There is no address, or nothing left to tell." });
    return false;
  }
  try {
    await sendMail(mail);
  } catch (error) {
    await saveFailure(row, error, meaningOf(error), now());
    return false;
  }
  await saveMail(row.id, { state: "sent", sentAt: now(), failure: null });
  return true;
}

/** What was not taken is tried again later; what may have been taken is not. */
async function saveFailure(
  row: MailRow,
  error: unknown,
  meaning: ReturnType<typeof meaningOf>,
  now: Date,
): Promise<void> {
  const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  logger.warn({ err: error, mailId: row.id }, "a mail was not sent");
  if (meaning === "unknown") return saveMail(row.id, { state: "uncertain", failure });
  if (meaning === "never" || row.attempts >= ATTEMPTS) return saveMail(row.id, { state: "refused", failure });
  const dueAt = new Date(now.getTime() + 2 ** row.attempts * 30_000);
  return saveMail(row.id, { state: "due", dueAt, failure });
}

async function mailOf(row: MailRow, compose: Compose): Promise<Mail | null> {
  const person = await personOf(row.personId);
  const { rows, total } = await noticesOfMail(row.id, LISTED);
  const first = rows[0];
  if (!person?.email || first === undefined) return null;
  const kind = row.kind as Letter["kind"];
  const what: Unsubscribable = kind !== "now" ? kind : isKind(first.kind) ? TOPIC_OF[first.kind] : "security";
  const site = env().REMIT_URL;
  const stoppable = !(ALWAYS_MAILED as readonly string[]).includes(what);
  const token = stoppable ? unsubscribeToken(person.id, what) : null;
  const letter = compose({
    kind,
    reader: person,
    notices: rows.flatMap(noticeView),
    more: total - rows.length,
    site,
    unsubscribeUrl: token === null ? null : `${site}/unsubscribe/${token}`,
  });
  return {
    to: person.email,
    ...letter,
    id: row.id,
    ...(token === null
      ? {}
      : {
          headers: {
            "List-Unsubscribe": `<${site}/api/unsubscribe/${token}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          },
        }),
  };
}
