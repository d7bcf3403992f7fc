import { timeIsTold } from "@/infra/clock";
import { type Tx, transaction } from "@/infra/db/db";
import { DEFAULT_CADENCE, type NoticeKind, TOPIC_OF } from "../domain/kinds";
import { insertNotices, type Recipient } from "../repository/notices";

/** What is told, of which event; who hears it is given beside. */
export type Telling = Readonly<{
  /** The event it follows from: told again, nobody gets a second notice. */
  eventId: string;
  kind: NoticeKind;
  organisationId?: string | null;
  at: Date;
  /** A mail of its own says it, with a link that must not be kept here. */
  mailedElsewhere?: boolean;
}>;

/** Writes a notice for each recipient who has none of this event yet. Give a bounded batch; returns how many were new. */
export async function writeNotices(
  tx: Tx,
  telling: Telling,
  recipients: readonly Recipient[],
): Promise<number> {
  const { eventId, kind, organisationId = null, at } = telling;
  const topic = TOPIC_OF[kind];
  // A world that is given a past (infra/clock.ts) mails nobody about it.
  const mailed = telling.mailedElsewhere !== true && !timeIsTold();
  const usually = DEFAULT_CADENCE[topic];
  const told = { eventKey: `${eventId}:${kind}`, kind, topic, organisationId, at, usually, mailed };
  return insertNotices(tx, told, recipients);
}

/** The same in a transaction of its own, for a few people: what a worker does on an event. */
export async function tell(telling: Telling, recipients: readonly Recipient[]): Promise<number> {
  return recipients.length === 0 ? 0 : transaction((tx) => writeNotices(tx, telling, recipients));
}
