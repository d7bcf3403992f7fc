import { createTranslator } from "next-intl";
import { catalogueOf } from "@/messages/catalogues";
import { localeOf } from "@/messages/locales";
import type { Letter } from "@/modules/notices/mails/send-mails";
import { escapeHtml, type MailText, mailHtml, oneLine } from "./mail-frame";
import { type NoticeText, type NoticeTranslator, noticeText } from "./notice-words";

type Item = NoticeText & Readonly<{ url: string }>;

/** A mail about notices in its reader's language: plain text that says everything, and the same in simple HTML. */
export function composeLetter(letter: Letter): MailText {
  const locale = localeOf(letter.reader.locale, null, false);
  const of = { locale, messages: catalogueOf(locale), timeZone: "UTC" };
  const t: NoticeTranslator = createTranslator({ ...of, namespace: "notices" });
  const jobs = createTranslator({ ...of, namespace: "jobs" });
  const items = letter.notices.map((notice) => ({
    ...noticeText(t, notice, { locale, jobs }),
    url: `${letter.site}/me/inbox/${notice.id}`,
  }));
  const said = { letter, items, t, locale };
  return { subject: oneLine(subjectOf(said)), text: textOf(said), html: htmlOf(said) };
}

type Said = Readonly<{ letter: Letter; items: readonly Item[]; t: NoticeTranslator; locale: string }>;

function subjectOf({ letter, items, t }: Said): string {
  const n = items.length + letter.more;
  switch (letter.kind) {
    case "now":
      return items[0]?.title ?? "Remit";
    case "daily":
      return `Remit: ${t("mail.subjectDaily", { n })}`;
    case "weekly":
      return `Remit: ${t("mail.subjectWeekly", { n })}`;
  }
}

function leadOf({ letter, t }: Said): string | null {
  switch (letter.kind) {
    case "now":
      return null;
    case "daily":
      return t("mail.leadDaily");
    case "weekly":
      return t("mail.leadWeekly");
  }
}

const helloOf = ({ letter, t }: Said) =>
  letter.reader.name === null
    ? t("mail.helloNobody")
    : t("mail.hello", { name: oneLine(letter.reader.name) });

function textOf(said: Said): string {
  const { letter, items, t } = said;
  const lead = leadOf(said);
  const parts = [
    helloOf(said),
    ...(lead === null ? [] : [lead]),
    ...items.map(({ title, body, act, url }) => `${oneLine(title)}\n${oneLine(body)}\n${act}: ${url}`),
    ...(letter.more > 0 ? [`${t("mail.more", { n: letter.more })} ${letter.site}/me/inbox`] : []),
    letter.unsubscribeUrl === null
      ? `--\n${t("mail.always")}`
      : `--\n${t("mail.foot")} ${letter.site}/me/settings#notices\n${t("mail.stop")} ${letter.unsubscribeUrl}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

const LINK = "color:#1F6F4A";

function htmlOf(said: Said): string {
  const { letter, items, t, locale } = said;
  const lead = leadOf(said);
  const rows = items.map(
    ({ title, body, act, url }) => `<div style="border-top:1px solid #DEDAD0;padding:16px 0">
<p style="font:600 17px/1.35 Georgia,serif;margin:0 0 6px">${escapeHtml(title)}</p>
<p style="margin:0 0 10px">${escapeHtml(body)}</p>
<p style="margin:0"><a href="${escapeHtml(url)}" style="${LINK}">${escapeHtml(act)}</a></p></div>`,
  );
  const more =
    letter.more > 0
      ? `<p style="margin:0 0 16px">${escapeHtml(t("mail.more", { n: letter.more }))} <a href="${escapeHtml(letter.site)}/me/inbox" style="${LINK}">${escapeHtml(t("mail.inbox"))}</a></p>`
      : "";
  return mailHtml(
    locale,
    `<p>${escapeHtml(helloOf(said))}</p>${lead === null ? "" : `<p>${escapeHtml(lead)}</p>`}
${rows.join("\n")}
${more}<p style="border-top:1px solid #DEDAD0;padding-top:16px;font-size:14px;color:#5C5952">${footOf(said)}</p>`,
  );
}

/** Why this mail comes, and how to end it where that is possible. */
function footOf({ letter, t }: Said): string {
  if (letter.unsubscribeUrl === null) return escapeHtml(t("mail.always"));
  const link = (url: string, words: string) =>
    `<a href="${escapeHtml(url)}" style="color:#5C5952">${escapeHtml(words)}</a>`;
  return `${escapeHtml(t("mail.foot"))} ${link(`${letter.site}/me/settings#notices`, t("mail.footSettings"))}<br>${link(letter.unsubscribeUrl, t("mail.footStop"))}`;
}
