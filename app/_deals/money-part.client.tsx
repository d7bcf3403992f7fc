"use client";
import { CURRENCY_DECIMALS } from "@/kernel/money";
import { Field, Input, Select } from "@/ui/field";
import { FormPart, Row } from "./form-part.client";
import type { DealFormValues } from "./form-values.client";
import { MoneyPreview } from "./money-preview.client";
import { WEIGHTING_NAMES } from "./words.client";

const PERCENT = "\\d{1,3}([.,]\\d{1,2})?";
const CURRENCIES = Object.keys(CURRENCY_DECIMALS).map((code) => ({ value: code, label: code }));
const WEIGHTINGS = Object.entries(WEIGHTING_NAMES).map(([value, label]) => ({ value, label }));

export function MoneyPart({ values }: { values: DealFormValues }) {
  const percent = (name: string, value: string, required = true) => (
    <Input
      name={name}
      defaultValue={value}
      numeric
      suffix="%"
      pattern={PERCENT}
      title="A percentage with at most two decimals, like 12.5"
      required={required}
    />
  );
  return (
    <FormPart title="Money" lead="Every amount below is exact; the rules of rounding are the deal’s own.">
      <Row>
        <Field label="What the licensee pays" name="gross" required>
          <Input name="gross" defaultValue={values.gross} numeric autoComplete="off" />
        </Field>
        <Field label="Currency" name="currency" required>
          <Select name="currency" defaultValue={values.currency} options={CURRENCIES} />
        </Field>
      </Row>
      <Row>
        <Field
          label="Contributors’ part"
          name="contributorShareBps"
          hint="Of the gross, before Remit’s fee."
          required
        >
          {percent("contributorShareBps", values.contributorShare)}
        </Field>
        <Field
          label="Remit’s fee"
          name="operatorFeeBps"
          hint="Of the gross, out of the contributors’ part."
          required
        >
          {percent("operatorFeeBps", values.operatorFee)}
        </Field>
      </Row>
      <Row>
        <Field label="Reserve" name="reserveBps" hint="Held back for late claims and disputes." required>
          {percent("reserveBps", values.reserve)}
        </Field>
        <Field label="Reserve released on" name="reserveReleaseOn" hint="Needed with a reserve." optional>
          <Input type="date" name="reserveReleaseOn" defaultValue={values.reserveReleaseOn} />
        </Field>
      </Row>
      <MoneyPreview />
      <Field label="How it is split" name="weighting">
        <Select name="weighting" defaultValue={values.weighting} options={WEIGHTINGS} />
      </Field>
      <Row>
        <Field
          label="Most for one contributor"
          name="capBps"
          hint="What is over it goes to the others."
          optional
        >
          {percent("capBps", values.cap, false)}
        </Field>
      </Row>
    </FormPart>
  );
}
