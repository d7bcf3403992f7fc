import { getLocale, getTranslations } from "next-intl/server";
import { now } from "@/app/_web/page/now";
import { type NoticeTranslator, type NoticeWords, noticeArguments, noticeText } from "@/letters/notice-words";
import type { NoticeView } from "@/modules/notices/schema";
import { Button } from "@/ui/button/button";
import { cx } from "@/ui/cx";
import { RelativeText } from "@/ui/text/numbers";
import { markRead } from "./actions";

/** Notices, newest first: what happened, what it means, where to go. The dot and the weight say what is new; so does a word. */
export async function NoticeList({ notices }: { notices: readonly NoticeView[] }) {
  const [t, jobs, locale] = await Promise.all([
    getTranslations("notices"),
    getTranslations("jobs"),
    getLocale(),
  ]);
  return (
    <ul aria-label={t("list")} className="border-t border-rule">
      {notices.map((notice) => (
        <li key={notice.id} className="relative border-b border-rule py-4 pl-5">
          {notice.readAt === null && (
            <span
              aria-hidden="true"
              className="absolute top-[1.45rem] left-0 size-2 rounded-full bg-accent"
            />
          )}
          <NoticeItem notice={notice} t={t} words={{ locale, jobs }} />
        </li>
      ))}
    </ul>
  );
}

function NoticeItem({
  notice,
  t,
  words,
}: {
  notice: NoticeView;
  t: Awaited<ReturnType<typeof getTranslations<"notices">>>;
  words: NoticeWords;
}) {
  const isNew = notice.readAt === null;
  const rich = (part: "title" | "body") =>
    (t.rich as unknown as (key: string, values: object) => React.ReactNode)(`kinds.${notice.kind}.${part}`, {
      ...noticeArguments(notice, words),
      x: (chunks: React.ReactNode) => <span translate="no">{chunks}</span>,
    });
  const { title } = noticeText(t as unknown as NoticeTranslator, notice, words);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 max-w-[68ch] flex-1 basis-72">
        <p className={cx("break-words", isNew && "font-semibold")}>
          {isNew && <span className="sr-only">{t("new")}: </span>}
          {/* Not a Link: the address marks the notice as read and leads on, which is not to happen before the click. */}
          <a href={`/me/inbox/${notice.id}`} className="rounded text-ink hover:text-accent hover:underline">
            {rich("title")}
          </a>
        </p>
        <p className="mt-1 break-words text-muted">{rich("body")}</p>
        <p className="mt-1.5 flex flex-wrap gap-x-3 text-sm text-muted">
          <span>{t(`topics.${notice.topic}.name`)}</span>
          <span aria-hidden="true">·</span>
          <RelativeText at={notice.at} now={now()} />
        </p>
      </div>
      {isNew && (
        <form action={markRead}>
          <input type="hidden" name="noticeId" value={notice.id} />
          <Button variant="quiet" size="sm" aria-label={t("markReadOf", { title })} className="-ml-3 sm:ml-0">
            {t("markRead")}
          </Button>
        </form>
      )}
    </div>
  );
}
