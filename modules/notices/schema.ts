import { z } from "zod";
import { InstantText, listOrder } from "@/kernel/wire";
import { CADENCES, KINDS, TOPICS } from "./domain/kinds";

export const NoticeValue = z.union([
  z.string(),
  z.number(),
  z.object({ at: InstantText }),
  z.object({ currency: z.string(), minor: z.string().describe("Minor units as decimal text") }),
]);

export const Notice = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  topic: z.enum(TOPICS),
  params: z.record(z.string(), NoticeValue).describe("The facts of this notice, by name"),
  link: z.string().describe("The path of the page where it leads"),
  organisationId: z.string().nullable(),
  at: InstantText,
  readAt: InstantText.nullable(),
});
export type NoticeView = z.output<typeof Notice>;

export const NoticeOrder = listOrder("notices", ["id"]);
export const ListNotices = z.object({
  ...NoticeOrder.ask,
  unread: z.enum(["true", "false"]).optional().describe("Only those not read yet"),
  topic: z.enum(TOPICS).optional(),
  organisationId: z.string().max(60).optional().describe("Only those of this organisation"),
});
export const NoticePage = z.object({ items: z.array(Notice), nextCursor: z.string().nullable() });

export const NoticeRef = z.object({ noticeId: z.string().max(60) });
export const Read = z.object({ read: z.number().int().describe("How many were unread until now") });
export const ReadAll = z.object({ organisationId: z.string().max(60).optional() });

export const UnreadCount = z.object({
  unread: z.number().int().describe("At most 100, even if there are more"),
});

export const NoticeSetting = z.object({ topic: z.enum(TOPICS), cadence: z.enum(CADENCES) });
export const NoticeSettings = z.object({ items: z.array(NoticeSetting) });

export const NoticeSettingsView = NoticeSettings.extend({
  version: z.string().describe("Send it back with an edit, as `If-Match` or `version`"),
});

export const UnsubscribeToken = z.object({ token: z.string().max(400) });
/** What a link in a mail ends: one topic, or a digest as a whole. */
export const Unsubscription = z.object({ what: z.enum([...TOPICS, "daily", "weekly"]) });

/** For pages: the topics in the order in which people read them, and the cadences. */
export const NOTICE_TOPICS = TOPICS;
export type NoticeTopic = (typeof TOPICS)[number];
export const NOTICE_CADENCES = CADENCES;
export type NoticeCadence = (typeof CADENCES)[number];
