"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { describeDraft, PRESETS, presetTerms, type TermsJson, termsToJson } from "@/modules/consent/schema";
import { cx } from "@/ui/cx";
import { type Draft, draftOf } from "./draft.client";

/** Starting points of equal weight. Taking back what was said is one of them, so that it takes no more steps. */
export function Presets({
  draft,
  terms,
  onChange,
  canTakeBack,
}: {
  draft: Draft;
  terms: TermsJson;
  onChange: (draft: Draft) => void;
  canTakeBack: boolean;
}) {
  const choices = [
    ...PRESETS.map((preset) => ({ key: preset, make: () => presetDraft(preset, draft) })),
    ...(canTakeBack ? [{ key: "take_back" as const, make: () => draftOf(null, draft.currency) }] : []),
  ];
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {choices.map(({ key, make }) => (
        <li key={key} className="flex">
          <Choice
            name={key}
            chosen={key !== "take_back" && describeDraft(terms, presetJson(key, draft), [], false).same}
            onChoose={() => onChange(make())}
          />
        </li>
      ))}
    </ul>
  );
}

const presetJson = (preset: (typeof PRESETS)[number], draft: Draft): TermsJson =>
  termsToJson(presetTerms(preset, draft.currency));
const presetDraft = (preset: (typeof PRESETS)[number], draft: Draft): Draft =>
  draftOf(presetJson(preset, draft), draft.currency);

function Choice({
  name,
  chosen,
  onChoose,
}: {
  name: (typeof PRESETS)[number] | "take_back";
  chosen: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("terms.presets");
  const id = useId();
  return (
    <button
      type="button"
      aria-labelledby={`${id}-name`}
      aria-describedby={id}
      aria-pressed={chosen}
      onClick={onChoose}
      className={cx(
        "flex w-full flex-col items-start gap-1 rounded border px-4 py-3 text-left transition-colors duration-150 hover:border-ink hover:bg-wash",
        chosen ? "border-accent bg-accent-wash" : "border-rule-strong",
      )}
    >
      <span id={`${id}-name`} className="font-medium">
        {chosen && <span aria-hidden="true">✓ </span>}
        {t(`${name}.name`)}
      </span>
      <span id={id} className={cx("text-sm", chosen ? "text-ink" : "text-muted")}>
        {t(`${name}.means`)}
      </span>
    </button>
  );
}
