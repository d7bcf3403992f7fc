"use client";
import { useState } from "react";
import { PURPOSES, USE_WORDS, USES } from "@/modules/consent/domain/uses";
import { Checkbox, Field, Input, RadioGroup, Select } from "@/ui/field";
import { CheckboxGroup, FormPart, Row } from "./form-part.client";
import type { DealFormValues, Lab } from "./form-values.client";
import { PURPOSE_NAMES } from "./words.client";

export function WhoPart({ values, labs }: { values: DealFormValues; labs: readonly Lab[] }) {
  const [labId, setLabId] = useState(values.licenseeId ?? "");
  return (
    <FormPart title="Who" lead="Contributors are shown the licensee by this name.">
      <Field label="Title" name="title" hint="What the parties call this deal." required>
        <Input name="title" defaultValue={values.title} maxLength={200} />
      </Field>
      {labs.length > 0 && (
        <Field label="Licensee" name="licenseeId">
          <Select name="licenseeId" defaultValue={labId} onChange={(event) => setLabId(event.target.value)}>
            <option value="">Not on Remit: I write the name</option>
            {labs.map((lab) => (
              <option key={lab.id} value={lab.id}>
                {lab.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {labId === "" && (
        <Field label="Licensee’s name" name="licenseeName" required>
          <Input name="licenseeName" defaultValue={values.licenseeName} maxLength={200} autoComplete="off" />
        </Field>
      )}
    </FormPart>
  );
}

export function UsePart({ values }: { values: DealFormValues }) {
  return (
    <FormPart title="Use" lead="Each contributor’s terms are asked exactly this.">
      <CheckboxGroup legend="The licensee may use it for" name="uses">
        {USES.map((use) => (
          <Checkbox
            key={use}
            name="uses"
            value={use}
            label={USE_WORDS[use].name}
            hint={USE_WORDS[use].means}
            defaultChecked={values.uses.includes(use)}
          />
        ))}
      </CheckboxGroup>
      <RadioGroup
        label="Weights of the models trained on it"
        name="weights"
        defaultValue={values.weights}
        options={[
          { value: "open", label: "Open", hint: "Everybody gets them." },
          { value: "closed", label: "Closed", hint: "The licensee keeps them." },
        ]}
      />
      <RadioGroup
        label="Purpose"
        name="purpose"
        inline
        defaultValue={values.purpose}
        options={PURPOSES.map((value) => ({ value, label: PURPOSE_NAMES[value] }))}
      />
      <Checkbox
        name="attribution"
        label="The licensee names contributors as the source"
        defaultChecked={values.attribution}
      />
      <Checkbox
        name="distillation"
        label="The licensee may train further models on the model’s output"
        defaultChecked={values.distillation}
      />
      <Checkbox
        name="exclusive"
        label="Exclusive: nobody else gets a licence in the term"
        defaultChecked={values.exclusive}
      />
      <Row>
        <Field label="First day" name="termFrom" required>
          <Input type="date" name="termFrom" defaultValue={values.termFrom} />
        </Field>
        <Field label="Last day" name="termTo" hint="Leave empty for no fixed end." optional>
          <Input type="date" name="termTo" defaultValue={values.termTo} />
        </Field>
      </Row>
    </FormPart>
  );
}

export function NoticePart({ values }: { values: DealFormValues }) {
  const [basis, setBasis] = useState(values.basis);
  return (
    <FormPart
      title="Contributors"
      lead="Who is in, how long they have to answer, and what becomes of money nobody claims."
    >
      <RadioGroup
        label="Who is in"
        name="basis"
        value={basis}
        onValueChange={setBasis}
        options={[
          { value: "consent", label: "Consent", hint: "Only contributors who said yes." },
          {
            value: "platform_terms",
            label: "Platform terms",
            hint: "Contributors who said nothing are in too; a no always counts. They get at least 7 days to say it.",
          },
        ]}
      />
      <Row>
        <Field
          label="Days to object or join"
          name="noticeDays"
          hint={basis === "consent" ? "0 is allowed: nobody is in without a yes." : "At least 7."}
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
        </Field>
      </Row>
      <Row>
        <Field label="Unclaimed money is kept for" name="escheatYears" required>
          <Input
            type="number"
            name="escheatYears"
            min={3}
            max={100}
            defaultValue={values.escheatYears}
            numeric
            suffix="years"
          />
        </Field>
        <Field label="Then it goes to" name="escheatTo" hint="Public, and only with notice." required>
          <Input name="escheatTo" defaultValue={values.escheatTo} maxLength={500} />
        </Field>
      </Row>
    </FormPart>
  );
}
