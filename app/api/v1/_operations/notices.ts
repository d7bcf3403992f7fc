import type { Operation } from "@/app/_web/api/operations";
import { readAllNotices, readNotice } from "@/modules/notices/inbox/mark-read";
import { getNoticeSettings, listNotices, unreadCount } from "@/modules/notices/inbox/queries";
import { saveNoticeSettings } from "@/modules/notices/settings/save-settings";

const tag = "Notices";

export const noticeOperations: readonly Operation[] = [
  {
    id: "listNotices",
    method: "GET",
    path: "/notices",
    tag,
    summary: "Your notices, newest first",
    description: "A notice is a kind and its facts; the words are made for each reader in their language.",
    verb: listNotices,
  },
  {
    id: "countUnreadNotices",
    method: "GET",
    path: "/notices/unread-count",
    tag,
    summary: "How many you have not read",
    description: "Counted up to 100.",
    verb: unreadCount,
  },
  {
    id: "markNoticeRead",
    method: "POST",
    path: "/notices/{noticeId}/read",
    tag,
    summary: "Mark one as read",
    verb: readNotice,
  },
  {
    id: "markAllNoticesRead",
    method: "POST",
    path: "/notices/read-all",
    tag,
    summary: "Mark all as read",
    verb: readAllNotices,
  },
  {
    id: "getNoticeSettings",
    method: "GET",
    path: "/notice-settings",
    tag,
    summary: "Your e-mail settings for each topic",
    verb: getNoticeSettings,
  },
  {
    id: "saveNoticeSettings",
    method: "PUT",
    path: "/notice-settings",
    tag,
    summary: "Change your e-mail settings",
    description: "Topics that are not named stay as they are. The inbox has every notice in any case.",
    verb: saveNoticeSettings,
  },
];
