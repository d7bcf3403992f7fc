"use client";
import { useLocale, useTranslations } from "next-intl";
import { numberString } from "@/ui/text/format";
import { NumberText } from "@/ui/text/numbers";
import type { AnswerCounts, Answers } from "./answers.client";

const PARTS = ["yes", "yesAtAPrice", "no", "unset"] as const;
const WORD = { yes: "yes", yesAtAPrice: "price", no: "no", unset: "unset" } as const;
const FILL = {
  yes: "bg-accent",
  yesAtAPrice: "bg-accent/50",
  no: "bg-refusal",
  unset: "bg-rule-strong/50",
} as const;

/** How the people who proved a profile on the platform would answer; honest about everybody else. */
export function AnswersPreview({
  answers,
  basis,
  noticeDays,
}: {
  answers: Answers;
  basis: string;
  noticeDays: number;
}) {
  const t = useTranslations("dealform.preview");
  return (
    <section aria-label={t("people")} aria-live="polite" className="min-h-40 border-t border-rule pt-4">
      <h3 className="mb-2 font-sans text-sm font-medium tracking-normal text-muted">{t("people")}</h3>
      {answers === "none" ? (
        <p className="text-sm">{t("chooseUse")}</p>
      ) : answers === "asking" ? (
        <p className="text-sm text-muted">{t("asking")}</p>
      ) : answers === "failed" ? (
        <p className="text-sm font-medium text-refusal">{t("failed")}</p>
      ) : answers.holders === 0 ? (
        <p className="text-sm">{t("nobody")}</p>
      ) : (
        <Counted answers={answers} />
      )}
      {typeof answers !== "string" && (
        <p className="mt-3 text-sm">
          {t("others")}{" "}
          {basis === "platform_terms" ? t("answersIn", { days: noticeDays || 0 }) : t("answersOut")}
        </p>
      )}
    </section>
  );
}

function Counted({ answers }: { answers: AnswerCounts }) {
  const [t, locale] = [useTranslations("dealform.preview"), useLocale()];
  const number = (n: number) => numberString(n, locale);
  const reasons = answers.reasons.filter(({ verdict }) => verdict !== "cleared");
  return (
    <div className="text-sm">
      <p>{t("of", { holders: answers.holders, count: number(answers.holders) })}</p>
      <div aria-hidden="true" className="mt-2 flex h-2.5 gap-px overflow-hidden rounded-sm">
        {PARTS.filter((part) => answers[part] > 0).map((part) => (
          <span key={part} className={`${FILL[part]} min-w-0.5`} style={{ flexGrow: answers[part] }} />
        ))}
      </div>
      <dl className="mt-2">
        {PARTS.map((part) => (
          <div key={part} className="flex items-center justify-between gap-3 py-0.5">
            <dt className="flex items-center gap-2">
              <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-sm ${FILL[part]}`} />
              {t(WORD[part])}
            </dt>
            <dd>
              <NumberText value={answers[part]} figure="typed.answers" />
            </dd>
          </div>
        ))}
      </dl>
      {answers.asked < answers.holders && (
        <p className="mt-1 text-muted">
          {t("sample", { asked: number(answers.asked), holders: number(answers.holders) })}
        </p>
      )}
      {reasons.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer py-1 text-accent underline">{t("why")}</summary>
          <ul className="mt-1">
            {reasons.map(({ reason, holders }) => (
              <li key={reason} className="flex justify-between gap-3 py-0.5">
                <span>{t(`reason.${reason}` as "reason.denied")}</span>
                <NumberText value={holders} figure="typed.answers" />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
