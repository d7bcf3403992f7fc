import { type Check, sqlCheck } from "@/infra/check";

/** Notices and their mails: nobody gets another's, nothing is mailed twice, nothing is forgotten. */
export const noticeChecks: readonly Check[] = [
  sqlCheck({
    name: "a mail carries its reader's notices alone",
    of: "notices that are mailed",
    counted: "SELECT count(*) AS n FROM notice WHERE mail_id IS NOT NULL",
    faults: `SELECT format('notice %s of %s is in mail %s of %s', n.id, n.person_id, n.mail_id, COALESCE(m.person_id, 'nobody')) AS fault
      FROM notice n LEFT JOIN notice_mail m ON m.id = n.mail_id
      WHERE n.mail_id IS NOT NULL AND m.person_id IS DISTINCT FROM n.person_id ORDER BY n.id`,
  }),
  sqlCheck({
    name: "an immediate mail has one notice",
    of: "immediate mails",
    counted: "SELECT count(*) AS n FROM notice_mail WHERE kind = 'now'",
    faults: `SELECT format('mail %s carries %s notices', m.id, count(n.id)) AS fault
      FROM notice_mail m LEFT JOIN notice n ON n.mail_id = m.id
      WHERE m.kind = 'now' GROUP BY m.id HAVING count(n.id) <> 1 ORDER BY m.id`,
  }),
  sqlCheck({
    name: "mails that are due are sent",
    of: "mails that wait",
    counted: "SELECT count(*) AS n FROM notice_mail WHERE state IN ('due', 'sending')",
    faults: `SELECT format('mail %s is %s since %s: %s', id, state, created_at, COALESCE(failure, 'not tried yet')) AS fault
      FROM notice_mail WHERE state IN ('due', 'sending') AND created_at < now() - interval '6 hours' ORDER BY created_at`,
  }),
];
