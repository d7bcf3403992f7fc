import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { RadioGroup } from "@/ui/input/field";
import { chooseTerms } from "../actions";

const PRESETS = ["never", "open_or_pay", "research_only", "paid_anything"] as const;

/** What may be done: four answers of equal weight, none chosen beforehand; what saving means stands above the button. */
export function TermsStep({ isDone }: { isDone: boolean }) {
  const t = useTranslations("onboarding.terms");
  if (isDone)
    return (
      <div className="flex flex-col items-start gap-3">
        <p>{t("done")}</p>
        <LinkButton href="/me/terms" variant="secondary">
          {t("change")}
        </LinkButton>
      </div>
    );
  return (
    <ActionForm action={chooseTerms}>
      <RadioGroup
        label={t("legend")}
        name="preset"
        options={PRESETS.map((preset) => ({
          value: preset,
          label: <span className="font-medium">{t(`${preset}.name`)}</span>,
          hint: t(`${preset}.means`),
        }))}
      />
      <p className="text-sm text-muted">{t("price")}</p>
      <p className="border-l-2 border-accent pl-3">{t("effect")}</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingText={t("saving")}>{t("save")}</SubmitButton>
        <LinkButton href="/me/terms" variant="secondary">
          {t("own")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
