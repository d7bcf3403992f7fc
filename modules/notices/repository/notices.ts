import { db, type Prisma, type Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import { ALWAYS_MAILED, type Cadence, type NoticeKind, type NoticeParams, type Topic } from "../domain/kinds";

export type NoticeRow = Prisma.NoticeGetPayload<object>;
export type Recipient = Readonly<{ personId: string; params: NoticeParams; link: string }>;
export type Told = Readonly<{
  eventKey: string;
  kind: NoticeKind;
  topic: Topic;
  organisationId: string | null;
  at: Date;
  /** Used where a person has chosen nothing for the topic. */
  usually: Cadence;
  /** False for what is not mailed whatever people chose. */
  mailed: boolean;
}>;

/**
 * Inserts a notice for each recipient who has none of this event, and a mail for those who want it immediately, in one
 * statement. Deleted accounts get none. Returns the number of new notices. Callers pass a bounded batch.
 */
export async function insertNotices(tx: Tx, told: Told, recipients: readonly Recipient[]): Promise<number> {
  if (recipients.length === 0) return 0;
  const { at } = told;
  const rows = recipients.map(({ personId, params, link }) => ({
    id: newId("notice", at),
    mail_id: newId("noticeMail", at),
    person_id: personId,
    params,
    link,
  }));
  const { rows: counted } = await tx.pg.query<{ n: string }>(
    `WITH asked AS (
       SELECT * FROM json_to_recordset($1::json) AS r(id text, mail_id text, person_id text, params jsonb, link text)),
     put AS (
       INSERT INTO notice (id, person_id, event_key, kind, topic, params, link, organisation_id, at, cadence, mail_id)
       SELECT a.id, a.person_id, $2, $3, $4, a.params, a.link, $5, $6, c.cadence,
              CASE WHEN c.cadence = 'now' THEN a.mail_id END
       FROM asked a LEFT JOIN notice_setting s ON s.person_id = a.person_id AND s.topic = $4 AND s.topic <> ALL ($9::text[])
       CROSS JOIN LATERAL (SELECT CASE WHEN $8 THEN COALESCE(s.cadence, $7) ELSE 'never' END AS cadence) c
       WHERE NOT EXISTS (SELECT FROM parties_deleted_person_view d WHERE d.person_id = a.person_id)
       ON CONFLICT (person_id, event_key) DO NOTHING RETURNING id, person_id, mail_id),
     mailed AS (
       INSERT INTO notice_mail (id, person_id, kind, key, state, created_at, due_at)
       SELECT mail_id, person_id, 'now', 'now:' || id, 'due', $6, $6 FROM put WHERE mail_id IS NOT NULL)
     SELECT count(*) AS n FROM put`,
    [
      JSON.stringify(rows),
      told.eventKey,
      told.kind,
      told.topic,
      told.organisationId,
      at,
      told.usually,
      told.mailed,
      ALWAYS_MAILED,
    ],
  );
  return Number(counted[0]?.n ?? 0);
}

export async function findNotice(personId: string, id: string): Promise<NoticeRow | null> {
  return db.prisma.notice.findFirst({ where: { id, personId } });
}

export async function listNoticeRows(filter: {
  personId: string;
  unread: boolean;
  topic: Topic | undefined;
  organisationId: string | undefined;
  before: string | undefined;
  take: number;
}): Promise<NoticeRow[]> {
  const { personId, unread, topic, organisationId, before, take } = filter;
  return db.prisma.notice.findMany({
    where: {
      personId,
      ...(unread ? { readAt: null } : {}),
      ...(topic === undefined ? {} : { topic }),
      ...(organisationId === undefined ? {} : { organisationId }),
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    orderBy: { id: "desc" },
    take,
  });
}

/** How many are unread, counted up to `most` and no further: the partial index alone answers. */
export async function countUnread(personId: string, most: number): Promise<number> {
  const [row] = await db.prisma.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM
      (SELECT 1 FROM notice WHERE person_id = ${personId} AND read_at IS NULL LIMIT ${most}) unread`;
  return row?.n ?? 0;
}

/** Whether the person has this notice, and whether it was unread until now; null when it is not theirs. */
export async function markRead(tx: Tx, personId: string, id: string, now: Date): Promise<boolean | null> {
  const { count } = await tx.prisma.notice.updateMany({
    where: { id, personId, readAt: null },
    data: { readAt: now },
  });
  if (count === 1) return true;
  return (await tx.prisma.notice.count({ where: { id, personId } })) === 1 ? false : null;
}

export async function markAllRead(
  tx: Tx,
  personId: string,
  organisationId: string | undefined,
  now: Date,
): Promise<number> {
  const { count } = await tx.prisma.notice.updateMany({
    where: { personId, readAt: null, ...(organisationId === undefined ? {} : { organisationId }) },
    data: { readAt: now },
  });
  return count;
}
