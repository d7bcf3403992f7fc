import { db, type Prisma, type Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import type { NoticeRow } from "./notices";

export type MailRow = Prisma.NoticeMailGetPayload<object>;

/**
 * Takes up to `take` mails that are due and marks them as being sent, before anything is sent: two workers never have the
 * same one, and a worker that is killed leaves the trace that it may have sent it.
 */
export async function claimMails(now: Date, take: number): Promise<MailRow[]> {
  return db.prisma.$queryRaw<MailRow[]>`
    UPDATE notice_mail SET state = 'sending', claimed_at = ${now}, attempts = attempts + 1
    WHERE id IN (SELECT id FROM notice_mail WHERE state = 'due' AND due_at <= ${now}
                 ORDER BY due_at LIMIT ${take} FOR UPDATE SKIP LOCKED)
    RETURNING id, person_id AS "personId", kind, key, state, attempts, created_at AS "createdAt", due_at AS "dueAt",
              claimed_at AS "claimedAt", sent_at AS "sentAt", failure`;
}

export async function saveMail(
  id: string,
  change: Pick<Prisma.NoticeMailUpdateInput, "state" | "sentAt" | "dueAt" | "failure">,
): Promise<void> {
  await db.prisma.noticeMail.update({ where: { id }, data: change });
}

/** Mails a worker was sending when it ended: whether they left is not known, so they are not sent again. */
export async function giveUpClaims(before: Date): Promise<number> {
  const { count } = await db.prisma.noticeMail.updateMany({
    where: { state: "sending", claimedAt: { lt: before } },
    data: { state: "uncertain", failure: "The worker ended while it was sent." },
  });
  return count;
}

/** What a mail carries, newest first, up to `take`; and how many in all. */
export async function noticesOfMail(
  mailId: string,
  take: number,
): Promise<Readonly<{ rows: NoticeRow[]; total: number }>> {
  const [rows, total] = await Promise.all([
    db.prisma.notice.findMany({ where: { mailId }, orderBy: { id: "desc" }, take }),
    db.prisma.notice.count({ where: { mailId } }),
  ]);
  return { rows, total };
}

/** The next people, by id, for whom unread notices wait for this digest. */
export async function peopleWaiting(
  tx: Tx,
  cadence: "daily" | "weekly",
  of: { before: Date; after: string; take: number },
): Promise<readonly string[]> {
  const rows = await tx.prisma.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM notice
    WHERE cadence = ${cadence} AND mail_id IS NULL AND read_at IS NULL AND at < ${of.before} AND person_id > ${of.after}
    ORDER BY person_id LIMIT ${of.take}`;
  return rows.map((row) => row.id);
}

/** Creates one digest per person and period, at most once, and puts the person's waiting notices into it. */
export async function insertDigests(
  tx: Tx,
  digest: Readonly<{ cadence: "daily" | "weekly"; period: string; end: Date; now: Date }>,
  people: readonly string[],
): Promise<number> {
  const { cadence, period, end, now } = digest;
  const rows = people.map((personId) => ({
    id: newId("noticeMail", now),
    person_id: personId,
    key: `${period}:${personId}`,
  }));
  const { rows: counted } = await tx.pg.query<{ n: string }>(
    `WITH asked AS (SELECT * FROM json_to_recordset($1::json) AS r(id text, person_id text, key text)),
     put AS (
       INSERT INTO notice_mail (id, person_id, kind, key, state, created_at, due_at)
       SELECT id, person_id, $2, key, 'due', $3, $3 FROM asked ON CONFLICT (key) DO NOTHING RETURNING id, person_id),
     taken AS (
       UPDATE notice n SET mail_id = put.id FROM put
       WHERE n.person_id = put.person_id AND n.cadence = $2 AND n.mail_id IS NULL AND n.read_at IS NULL AND n.at < $4)
     SELECT count(*) AS n FROM put`,
    [JSON.stringify(rows), cadence, now, end],
  );
  return Number(counted[0]?.n ?? 0);
}
