"use client";
import { useTranslations } from "next-intl";
import { Checkbox, Field, Input, RadioGroup, Textarea } from "@/ui/input/field";
import type { ConditionsDraft } from "./draft.client";

/** What must hold for a yes to count. An unmet condition refuses. */
export function ConditionsFields({
  name,
  value,
  onChange,
}: {
  name: string;
  value: ConditionsDraft;
  onChange: (value: ConditionsDraft) => void;
}) {
  const t = useTranslations("terms.conditions");
  const set = (part: Partial<ConditionsDraft>) => onChange({ ...value, ...part });
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      <fieldset className="min-w-0">
        <legend className="text-sm font-medium">{t("purposes")}</legend>
        <div className="mt-2 flex flex-col gap-3">
          <Checkbox
            label={t("research")}
            checked={value.research}
            onChange={(event) => set({ research: event.target.checked })}
          />
          <Checkbox
            label={t("commercial")}
            checked={value.commercial}
            onChange={(event) => set({ commercial: event.target.checked })}
          />
        </div>
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="text-sm font-medium">{t("promises")}</legend>
        <div className="mt-2 flex flex-col gap-3">
          <Checkbox
            label={t("attributionLabel")}
            hint={t("attributionHint")}
            checked={value.attribution}
            onChange={(event) => set({ attribution: event.target.checked })}
          />
          <Checkbox
            label={t("noDistillationLabel")}
            hint={t("noDistillationHint")}
            checked={value.noDistillation}
            onChange={(event) => set({ noDistillation: event.target.checked })}
          />
        </div>
      </fieldset>
      <div className="flex flex-col gap-4">
        <RadioGroup
          label={t("buyers")}
          name={`${name}-buyers`}
          value={value.buyers}
          onValueChange={(buyers) => set({ buyers: buyers === "listed" ? "listed" : "any" })}
          options={[
            { value: "any", label: t("anyBuyer") },
            { value: "listed", label: t("listedBuyers") },
          ]}
        />
        {value.buyers === "listed" && (
          <Field label={t("allowed")} hint={t("allowedHint")}>
            <Textarea
              rows={3}
              value={value.allowed}
              onChange={(event) => set({ allowed: event.target.value })}
            />
          </Field>
        )}
        <Field label={t("blocked")} hint={t("blockedHint")} optional>
          <Textarea
            rows={2}
            value={value.blocked}
            onChange={(event) => set({ blocked: event.target.value })}
          />
        </Field>
      </div>
      <Field label={t("untilLabel")} hint={t("untilHint")} optional>
        <Input
          type="date"
          className="max-w-48 focus-within:outline-2 focus-within:outline-accent"
          value={value.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      </Field>
    </div>
  );
}
