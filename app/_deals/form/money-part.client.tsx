"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { CURRENCY_DECIMALS } from "@/kernel/money";
import { Field, Input, Select } from "@/ui/input/field";
import { bpsString } from "@/ui/text/format";
import { DealField } from "./deal-field.client";
import type { DealFormValues } from "./deal-fields.client";
import { shownDecimal as shown } from "./deal-form-data.client";
import { FormPart, Row } from "./form-part.client";

const PERCENT = "\\d{1,3}([.,]\\d{1,2})?";
const CURRENCIES = Object.keys(CURRENCY_DECIMALS).map((code) => ({ value: code, label: code }));
const WEIGHTINGS = ["per_token", "per_item", "score_log", "quality", "equal"] as const;

export function MoneyPart({ values }: { values: DealFormValues }) {
  const t = useTranslations("dealform");
  const locale = useLocale();
  const [reserve, setReserve] = useState(values.reserveBps);
  const [cap, setCap] = useState(values.capBps);
  const keepsBack = /[1-9]/.test(reserve + cap);
  return (
    <FormPart title={t("money.title")} lead={t("money.lead")}>
      <input type="hidden" name="numbers" value={locale} />
      <Row>
        <DealField label={t("money.gross")} name="gross" required>
          <Input name="gross" defaultValue={shown(values.gross, locale)} numeric autoComplete="off" />
        </DealField>
        <DealField label={t("money.currency")} name="currency" required>
          <Select name="currency" defaultValue={values.currency} options={CURRENCIES} translate="no" />
        </DealField>
      </Row>
      <Row>
        <DealField label={t("money.share")} name="contributorShareBps" hint={t("money.shareHint")} required>
          <Percent name="contributorShareBps" value={values.contributorShareBps} required />
        </DealField>
        <div>
          <p className="text-sm font-medium">{t("money.fee")}</p>
          <p className="py-2 tabular-nums">{bpsString(values.operatorFeeBps, locale)}</p>
          <p className="text-sm text-muted">{t("money.feeHint")}</p>
          <input type="hidden" name="shownFeeBps" value={values.operatorFeeBps} />
        </div>
      </Row>
      <Row>
        <DealField label={t("money.reserve")} name="reserveBps" hint={t("money.reserveHint")} required>
          <Percent name="reserveBps" value={values.reserveBps} required onChange={setReserve} />
        </DealField>
        <DealField label={t("money.cap")} name="capBps" hint={t("money.capHint")} optional>
          <Percent name="capBps" value={values.capBps} onChange={setCap} />
        </DealField>
      </Row>
      {keepsBack ? (
        <Row>
          <DealField
            label={t("money.release")}
            name="reserveReleaseOn"
            hint={t("money.releaseHint")}
            required
          >
            <Input type="date" name="reserveReleaseOn" defaultValue={values.reserveReleaseOn} />
          </DealField>
        </Row>
      ) : (
        <input type="hidden" name="reserveReleaseOn" value={values.reserveReleaseOn} />
      )}
      <Weighting value={values.weighting} />
    </FormPart>
  );
}

function Weighting({ value }: { value: string }) {
  const t = useTranslations("dealform");
  return (
    <Field label={t("money.weighting")} name="weighting">
      <Select
        name="weighting"
        defaultValue={value}
        options={WEIGHTINGS.map((one) => ({ value: one, label: t(`weighting.${one}`) }))}
      />
    </Field>
  );
}

function Percent({
  name,
  value,
  required = false,
  onChange,
}: {
  name: string;
  value: string;
  required?: boolean;
  onChange?: (text: string) => void;
}) {
  const [t, locale] = [useTranslations("dealform.money"), useLocale()];
  return (
    <Input
      name={name}
      defaultValue={shown(value, locale)}
      numeric
      suffix="%"
      pattern={PERCENT}
      title={t("percent")}
      required={required}
      onChange={(event) => onChange?.(event.target.value)}
    />
  );
}
