import type { Tx } from "@/infra/db/db";
import { DELETED_PERSON } from "../domain/kinds";

/** Deletes a person's notices and mails, their settings for these, and the devices they used. */
export async function deleteNoticesOf(tx: Tx, personId: string): Promise<number> {
  const { count } = await tx.prisma.notice.deleteMany({ where: { personId } });
  await tx.prisma.noticeMail.deleteMany({ where: { personId } });
  await tx.prisma.noticeSetting.deleteMany({ where: { personId } });
  await tx.prisma.noticeDevice.deleteMany({ where: { personId } });
  return count;
}

/**
 * Takes a person's name out of other people's notices. A notice stores no id of the people it names: its event says who
 * joined or answered, and an invitation names its seat. An index holds the notices of these kinds alone.
 */
export async function unnameInNotices(
  tx: Tx,
  { personId, authorIds }: Readonly<{ personId: string; authorIds: readonly string[] }>,
): Promise<void> {
  await tx.pg.query(
    `UPDATE notice n SET params = jsonb_set(n.params, '{name}', to_jsonb($1::text)) FROM outbox_event e
     WHERE n.kind IN ('member_joined', 'seat_accepted', 'seat_declined') AND e.id = split_part(n.event_key, ':', 1)
       AND e.payload->>'personId' = $2`,
    [DELETED_PERSON, personId],
  );
  await tx.pg.query(
    `UPDATE notice SET params = jsonb_set(params, '{by}', to_jsonb($1::text))
     WHERE kind = 'author_invited' AND params->>'authorId' = ANY ($2)`,
    [DELETED_PERSON, [...authorIds]],
  );
}
