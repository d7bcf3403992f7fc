"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { AnswerCounts, Answers } from "./answers.client";
import { AnswersPreview } from "./answers-preview.client";
import { EachPreview, type ManifestFacts } from "./each-preview.client";
import { type MoneyNow, MoneyPreview, moneyOf } from "./money-preview.client";

type Ask = (form: FormData) => Promise<{ ok: true; value: AnswerCounts } | { ok: false }>;
type Now = Readonly<{ money: MoneyNow; basis: string; noticeDays: number }>;

const NOTHING: Now = { money: null, basis: "consent", noticeDays: 0 };

/**
 * Shown next to the form while a person fills it in: the amounts, how contributors would answer, and their estimated shares.
 */
export function DealPreview({ ask, manifest }: { ask: Ask; manifest: ManifestFacts | "checking" | null }) {
  const t = useTranslations("dealform.preview");
  const { here, now, answers } = useFollowedForm(ask);
  return (
    <aside
      ref={here}
      aria-labelledby="preview-title"
      className="flex flex-col gap-6 rounded bg-wash px-5 py-5 lg:sticky lg:top-6 lg:row-span-2 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto"
    >
      <h2 id="preview-title" className="text-xl">
        {t("title")}
      </h2>
      <MoneyPreview money={now.money} />
      <AnswersPreview answers={answers} basis={now.basis} noticeDays={now.noticeDays} />
      <EachPreview money={now.money} manifest={manifest} />
    </aside>
  );
}

/** Reads the form around it as it changes; asks the server when it has been still for a moment and the question is new. */
function useFollowedForm(ask: Ask) {
  const here = useRef<HTMLElement>(null);
  const [now, setNow] = useState<Now>(NOTHING);
  const [answers, setAnswers] = useState<Answers>("none");
  const asking = useRef(ask);
  asking.current = ask;
  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = "";
    let turn = 0;
    const question = async (data: FormData) => {
      turn += 1;
      const mine = turn;
      setAnswers((known) => (typeof known === "string" ? "asking" : known));
      const result = await asking.current(data).catch(() => ({ ok: false as const }));
      if (mine === turn) setAnswers(result.ok ? result.value : "failed");
    };
    const follow = () => {
      const data = new FormData(form);
      setNow({
        money: moneyOf(data),
        basis: String(data.get("basis")),
        noticeDays: Number(data.get("noticeDays")),
      });
      const text = QUESTION.map((name) => data.getAll(name).join(",")).join("\n");
      if (text === asked) return;
      asked = text;
      clearTimeout(timer);
      if (data.getAll("uses").length === 0) {
        turn += 1;
        setAnswers("none");
        return;
      }
      timer = setTimeout(() => void question(data), 500);
    };
    follow();
    form.addEventListener("input", follow);
    form.addEventListener("change", follow);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", follow);
      form.removeEventListener("change", follow);
    };
  }, []);
  return { here, now, answers };
}

/** The fields that contributors' terms answer to. */
const QUESTION = [
  "uses",
  "weights",
  "purpose",
  "attribution",
  "distillation",
  "licenseeId",
  "licenseeName",
  "currency",
];
