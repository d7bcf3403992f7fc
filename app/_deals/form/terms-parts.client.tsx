"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { USES } from "@/modules/consent/domain/uses";
import { Checkbox, Input, RadioGroup, Select } from "@/ui/input/field";
import { DealField } from "./deal-field.client";
import type { DealFormValues } from "./deal-fields.client";
import { FormPart, Row, UsesGroup } from "./form-part.client";

export type Lab = Readonly<{ id: string; name: string }>;

export function WhoPart({ values, labs }: { values: DealFormValues; labs: readonly Lab[] }) {
  const t = useTranslations("dealform.who");
  const [labId, setLabId] = useState(values.licenseeId);
  return (
    <FormPart title={t("title")} lead={t("lead")}>
      <DealField label={t("name")} name="title" hint={t("nameHint")} required>
        <Input name="title" defaultValue={values.title} />
      </DealField>
      {labs.length > 0 && (
        <DealField label={t("licensee")} name="licenseeId">
          <Select name="licenseeId" value={labId} onChange={(event) => setLabId(event.target.value)}>
            <option value="">{t("notHere")}</option>
            {labs.map((lab) => (
              <option key={lab.id} value={lab.id} translate="no">
                {lab.name}
              </option>
            ))}
          </Select>
        </DealField>
      )}
      {labId === "" && (
        <DealField label={t("licenseeName")} name="licenseeName" required>
          <Input name="licenseeName" defaultValue={values.licenseeName} autoComplete="off" />
        </DealField>
      )}
    </FormPart>
  );
}

export function UsePart({ values }: { values: DealFormValues }) {
  const t = useTranslations("dealform");
  return (
    <FormPart title={t("use.title")} lead={t("use.lead")}>
      <UsesGroup legend={t("use.uses")}>
        {USES.map((use) => (
          <Checkbox
            key={use}
            name="uses"
            value={use}
            label={t(`uses.${use}.name`)}
            hint={t(`uses.${use}.means`)}
            defaultChecked={values.uses.includes(use)}
          />
        ))}
      </UsesGroup>
      <Row>
        <RadioGroup
          label={t("use.weights")}
          name="weights"
          defaultValue={values.weights}
          options={[
            { value: "open", label: t("use.open"), hint: t("use.openHint") },
            { value: "closed", label: t("use.closed"), hint: t("use.closedHint") },
          ]}
        />
        <RadioGroup
          label={t("use.purpose")}
          name="purpose"
          defaultValue={values.purpose}
          options={(["commercial", "research"] as const).map((value) => ({
            value,
            label: t(`use.${value}`),
          }))}
        />
      </Row>
      {(["attribution", "distillation", "exclusive"] as const).map((name) => (
        <Checkbox key={name} name={name} label={t(`use.${name}`)} defaultChecked={values[name]} />
      ))}
      <Row>
        <DealField label={t("use.from")} name="termFrom" required>
          <Input type="date" name="termFrom" defaultValue={values.termFrom} />
        </DealField>
        <DealField label={t("use.to")} name="termTo" hint={t("use.toHint")} optional>
          <Input type="date" name="termTo" defaultValue={values.termTo} />
        </DealField>
      </Row>
    </FormPart>
  );
}

export function NoticePart({ values }: { values: DealFormValues }) {
  const t = useTranslations("dealform.notice");
  const [basis, setBasis] = useState(values.basis);
  return (
    <FormPart title={t("title")} lead={t("lead")}>
      <RadioGroup
        label={t("basis")}
        name="basis"
        value={basis}
        onValueChange={setBasis}
        options={[
          { value: "consent", label: t("consent"), hint: t("consentHint") },
          { value: "platform_terms", label: t("platformTerms"), hint: t("platformTermsHint") },
        ]}
      />
      <Row>
        <DealField
          label={t("days")}
          name="noticeDays"
          hint={t(basis === "consent" ? "daysConsent" : "daysTerms")}
          required
        >
          <Input
            type="number"
            name="noticeDays"
            min={basis === "consent" ? 0 : 7}
            max={365}
            defaultValue={values.noticeDays}
            numeric
          />
        </DealField>
      </Row>
      <Row>
        <DealField label={t("escheatYears")} name="escheatYears" required>
          <Input
            type="number"
            name="escheatYears"
            min={3}
            max={100}
            defaultValue={values.escheatYears}
            numeric
            suffix={t("years")}
          />
        </DealField>
        <DealField label={t("escheatTo")} name="escheatTo" hint={t("escheatToHint")} required>
          <Input name="escheatTo" defaultValue={values.escheatTo} />
        </DealField>
      </Row>
    </FormPart>
  );
}
