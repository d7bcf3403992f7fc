import { timeIsTold } from "@/infra/clock";
import { type Tx, transaction } from "@/infra/db/db";
import { DEFAULT_CADENCE, type NoticeKind, TOPIC_OF } from "../domain/kinds";
import { insertNotices, type Recipient } from "../repository/notices";

/** A notice without its recipients, which callers pass separately. */
export type Telling = Readonly<{
  /** The event it follows from. A second delivery of the event writes no second notice. */
  eventId: string;
  kind: NoticeKind;
  organisationId?: string | null;
  at: Date;
  /** True when a mail of its own says it, because its link is a secret that notices must not store. */
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
  // Writing the demo world's history (infra/clock.ts) sends no mail.
  const mailed = telling.mailedElsewhere !== true && !timeIsTold();
  const usually = DEFAULT_CADENCE[topic];
  const told = { eventKey: `${eventId}:${kind}`, kind, topic, organisationId, at, usually, mailed };
  return insertNotices(tx, told, recipients);
}

/** The same in a transaction of its own, for a few people: what a worker does on an event. */
export async function tell(telling: Telling, recipients: readonly Recipient[]): Promise<number> {
  return recipients.length === 0 ? 0 : transaction((tx) => writeNotices(tx, telling, recipients));
}
