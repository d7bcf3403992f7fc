"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { DealChoice } from "@/modules/consent/domain/evaluate";
import { cx } from "@/ui/cx";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import type { FormResult } from "@/ui/form/faults";

type Choice = DealChoice["choice"];
type Props = Readonly<{
  choice: Choice;
  version: string;
  action: (previous: FormResult | null, form: FormData) => Promise<FormResult>;
}>;

/** A no and a yes of equal weight, and the way back from either: each one press. */
export function ChoiceForm({ choice, version, action }: Props) {
  const t = useTranslations("touching.choice");
  const said = useRef<HTMLParagraphElement>(null);
  const before = useRef(choice);
  useEffect(() => {
    if (before.current === choice) return;
    before.current = choice;
    // The pressed button is gone. Without this, a keyboard user's focus would go back to the top of the page.
    if (document.activeElement === null || document.activeElement === document.body) said.current?.focus();
  }, [choice]);
  const words = { object: t("objected"), join: t("joined"), neutral: t("none") } satisfies Record<
    Choice,
    string
  >;
  return (
    <ActionForm
      action={action}
      keepAfterSuccess
      success={t(`saved.${choice}`)}
      className="flex flex-col gap-5"
    >
      <input type="hidden" name="version" value={version} />
      <p
        ref={said}
        tabIndex={-1}
        className={cx(
          "w-fit rounded font-serif text-lg outline-offset-4",
          choice === "neutral" && "text-muted",
        )}
      >
        {words[choice]}
      </p>
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 sm:grid-cols-2">
        <Answer value="object" chosen={choice === "object"} />
        <Answer value="join" chosen={choice === "join"} />
      </div>
      {choice !== "neutral" && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule pt-4">
          <SubmitButton variant="secondary" name="choice" value="neutral" pendingText={t("sending")}>
            {t("back")}
          </SubmitButton>
          <span className="text-sm text-muted">{t("backMeans")}</span>
        </div>
      )}
    </ActionForm>
  );
}

function Answer({ value, chosen }: { value: "object" | "join"; chosen: boolean }) {
  const t = useTranslations("touching.choice");
  return (
    <div className={cx("flex flex-col gap-2 border-l-2 pl-4", chosen ? "border-accent" : "border-rule")}>
      {chosen ? (
        <p className="flex min-h-10 flex-wrap items-center gap-x-3 font-medium">
          <span aria-hidden="true">✓</span>
          {t(value)}
        </p>
      ) : (
        <SubmitButton variant="secondary" name="choice" value={value} pendingText={t("sending")}>
          {t(value)}
        </SubmitButton>
      )}
      <p className="text-sm text-muted">{t(`${value}Means`)}</p>
    </div>
  );
}
