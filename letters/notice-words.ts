import type { createTranslator } from "next-intl";
import { type KindWords, kindText } from "@/kernel/job-kinds";
import type { Messages } from "@/messages/catalogues";
import type { NoticeView } from "@/modules/notices/schema";
import { bpsString, instantString, moneyString } from "@/ui/text/format";

/** The translator of the namespace `notices`: of a page, or of a mail. */
export type NoticeTranslator = ReturnType<typeof createTranslator<Messages, "notices">>;

/** In which language a notice is said, and what jobs are called in it. */
export type NoticeWords = Readonly<{ locale: string; jobs: KindWords }>;

/** The facts of a notice as its messages take them: times, amounts and jobs in the reader's way of writing, counts as counts. */
export function noticeArguments(
  { kind, params }: Pick<NoticeView, "kind" | "params">,
  { locale, jobs }: NoticeWords,
): Readonly<Record<string, string | number>> {
  const written = Object.entries(params).map(([name, value]): readonly [string, string | number] => {
    if (typeof value === "string")
      return [name, kind === "operator_failed" && name === "name" ? kindText(jobs, value) : value];
    if (typeof value === "number")
      return name === "bps" ? ["share", bpsString(value, locale)] : [name, value];
    return [name, "at" in value ? instantString(value.at, locale) : moneyString(value, locale)];
  });
  const { reason } = params;
  const why = reason === undefined || reason === "" || reason === "–" ? "none" : "given";
  // Older notices of failures name no cause, and a dash stood for a reason that nobody gave.
  return { cause: "other", why, ...Object.fromEntries(written) };
}

export type NoticeText = Readonly<{ title: string; body: string; act: string }>;

/** A notice in words, as plain text: for mails, titles and labels. */
export function noticeText(t: NoticeTranslator, notice: NoticeView, words: NoticeWords): NoticeText {
  const values = { ...noticeArguments(notice, words), x: (chunks: string) => chunks };
  const say = (part: keyof NoticeText) =>
    // What a kind's messages take is what jobs/notices gives it; letters/compose-letter.test.ts says every kind in each language.
    (t.markup as unknown as (key: string, values: object) => string)(`kinds.${notice.kind}.${part}`, values);
  return { title: say("title"), body: say("body"), act: say("act") };
}
