import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import { notFound } from "@/kernel/errors";
import { markAllRead, markRead } from "../repository/notices";
import { NoticeRef, Read, ReadAll } from "../schema";

/** One notice is read; again changes nothing. Another person's is not found. */
export const readNotice = command({
  name: "notices.read",
  scope: "parties:write",
  input: NoticeRef,
  output: Read,
  async run({ tx, actor, now }, { noticeId }) {
    const personId = actor.kind === "apiKey" && actor.personId === null ? null : requirePerson(actor);
    const wasUnread = personId === null ? null : await markRead(tx, personId, noticeId, now);
    if (wasUnread === null) throw notFound("notice");
    return { value: { read: wasUnread ? 1 : 0 }, events: [], audit: { subject: noticeId } };
  },
});

/** All of one's notices are read, or all of one organisation's. */
export const readAllNotices = command({
  name: "notices.read_all",
  scope: "parties:write",
  input: ReadAll,
  output: Read,
  async run({ tx, actor, now }, { organisationId }) {
    const personId = requirePerson(actor);
    const read = await markAllRead(tx, personId, organisationId, now);
    return { value: { read }, events: [], audit: { subject: personId, detail: { read } } };
  },
});
