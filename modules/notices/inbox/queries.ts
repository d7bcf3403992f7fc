import { z } from "zod";
import { query } from "@/infra/verb/query";
import { requirePerson } from "@/kernel/access";
import { personIdOf } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { readPage } from "@/kernel/page";
import { isKind, type NoticeParams, TOPIC_OF } from "../domain/kinds";
import { countUnread, findNotice, listNoticeRows, type NoticeRow } from "../repository/notices";
import { chosenOf } from "../repository/settings";
import {
  ListNotices,
  Notice,
  NoticeOrder,
  NoticePage,
  NoticeRef,
  NoticeSettingsView,
  type NoticeView,
  UnreadCount,
} from "../schema";
import { settingsWire } from "../settings/settings-wire";

/** The reader's notices, newest first. */
export const listNotices = query({
  name: "notices.list",
  scope: "parties:read",
  input: ListNotices,
  output: NoticePage,
  async run({ actor }, { cursor, limit, unread, topic, organisationId }) {
    const personId = personIdOf(actor);
    if (personId === null) return { items: [], nextCursor: null };
    const filter = {
      personId,
      unread: unread === "true",
      topic,
      organisationId,
      before: cursor?.[0],
    };
    const page = await readPage(
      limit,
      (take) => listNoticeRows({ ...filter, take }),
      ({ id }) => NoticeOrder.write(id),
    );
    return { items: page.items.flatMap(noticeView), nextCursor: page.nextCursor };
  },
});

/** One notice of one's own; another person's is not found. */
export const getNotice = query({
  name: "notices.get",
  scope: "parties:read",
  input: NoticeRef,
  output: Notice,
  async run({ actor }, { noticeId }) {
    const personId = personIdOf(actor);
    const row = personId === null ? null : await findNotice(personId, noticeId);
    const [view] = row === null ? [] : noticeView(row);
    if (view === undefined) throw notFound("notice");
    return view;
  },
});

/** More than this nobody counts; pages write "99+". */
export const UNREAD_MAX = 100;

/** How many notices of the acting person are unread, up to 100: one look into an index, for every page's header. */
export const unreadCount = query({
  name: "notices.unread_count",
  scope: "parties:read",
  input: z.object({}),
  output: UnreadCount,
  async run({ actor }) {
    const personId = personIdOf(actor);
    return { unread: personId === null ? 0 : await countUnread(personId, UNREAD_MAX) };
  },
});

/** How one is mailed about each topic: what was chosen, else the default. */
export const getNoticeSettings = query({
  name: "notices.settings",
  scope: "parties:read",
  shows: "notice settings",
  input: z.object({}),
  output: NoticeSettingsView,
  async run({ actor }) {
    return settingsWire(await chosenOf(requirePerson(actor)));
  },
});

/** A row as it travels; a kind that this version does not know is left out. */
export function noticeView(row: NoticeRow): NoticeView[] {
  if (!isKind(row.kind)) return [];
  return [
    {
      id: row.id,
      kind: row.kind,
      topic: TOPIC_OF[row.kind],
      params: row.params as NoticeParams,
      link: row.link,
      organisationId: row.organisationId,
      at: row.at.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    },
  ];
}
