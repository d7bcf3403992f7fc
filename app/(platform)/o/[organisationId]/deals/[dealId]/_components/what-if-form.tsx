import { useLocale, useTranslations } from "next-intl";
import type { DealView } from "@/modules/deals/schema/deal";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import type { FormResult } from "@/ui/form/faults";
import { Field, Input, Select } from "@/ui/input/field";
import { decimalText } from "@/ui/text/decimal";

type Props = {
  deal: DealView;
  action: (previous: FormResult | null, form: FormData) => Promise<FormResult>;
};
const WEIGHTINGS = ["per_token", "per_item", "score_log", "quality", "equal"] as const;

/** Other rules, tried without changing the deal. What is left empty stays as the deal says. */
export function WhatIfForm({ deal, action }: Props) {
  const [t, locale] = [useTranslations("deals"), useLocale()];
  const percent = (bps: number) =>
    decimalText(BigInt(bps), { decimals: 2, decimalsMin: 0, signed: false }, locale);
  const options = [
    { value: "", label: t("whatIf.asDeal", { weighting: t(`weighting.${deal.weighting}`) }) },
    ...WEIGHTINGS.map((value) => ({ value, label: t(`weighting.${value}`) })),
  ];
  return (
    <details className="mt-2">
      <summary className="cursor-pointer py-2 text-accent underline">{t("whatIf.title")}</summary>
      <p className="mt-2 text-muted">{t("whatIf.hint")}</p>
      <ActionForm action={action} className="mt-4 flex max-w-3xl flex-col gap-5">
        <Field label={t("whatIf.weighting")} name="weighting" optional>
          <Select name="weighting" defaultValue="" options={options} />
        </Field>
        <div className="grid items-end gap-5 sm:grid-cols-3">
          <Field label={t("whatIf.share")} name="contributorShare" optional>
            <Input
              name="contributorShare"
              inputMode="decimal"
              placeholder={percent(deal.contributorShareBps)}
            />
          </Field>
          <Field label={t("whatIf.reserve")} name="reserve" optional>
            <Input name="reserve" inputMode="decimal" placeholder={percent(deal.reserveBps)} />
          </Field>
          <Field label={t("whatIf.cap")} name="cap" optional>
            <Input
              name="cap"
              inputMode="decimal"
              placeholder={deal.capBps === null ? t("whatIf.noCap") : percent(deal.capBps)}
            />
          </Field>
        </div>
        <SubmitButton variant="secondary" pendingText={t("run.starting")}>
          {t("whatIf.try")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
