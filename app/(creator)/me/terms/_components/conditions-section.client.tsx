"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { USES, type Use, WEIGHTS } from "@/modules/consent/schema";
import { Button } from "@/ui/button/button";
import { Field, Select } from "@/ui/input/field";
import { Section } from "@/ui/page/page";
import { ConditionsFields } from "./conditions-fields.client";
import { type Draft, NO_CONDITIONS, termsOf } from "./draft.client";
import { ConditionList, conditionsIn } from "./say.client";

/** What must hold for a yes to count: closed while nothing is asked, so that the page stays calm. */
export function Conditions({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useTranslations("terms.conditions");
  const allowed = USES.filter((use) => WEIGHTS.some((w) => draft.cells[use][w].stance === "allow"));
  // Open from the start where something is asked; after that it is the person's to open and close.
  const [openAtFirst] = useState(() => allowed.some((use) => asksAnything(draft, use)));
  if (allowed.length === 0) return null;
  const [first] = allowed.filter((use) => draft.own[use] === undefined);
  const common = first === undefined ? null : termsOf(draft).uses[first].conditions;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <details open={openAtFirst} className="group">
        <summary className="flex min-h-8 cursor-pointer flex-wrap items-baseline gap-x-3">
          <span className="link">{t("change")}</span>
          <span className="text-muted group-open:hidden">
            {common !== null && conditionsIn(common).length > 0
              ? t.rich("some", { list: () => <ConditionList conditions={common} /> })
              : t("none")}
          </span>
        </summary>
        <div className="mt-5">
          <AllConditions draft={draft} allowed={allowed} onChange={onChange} />
        </div>
      </details>
    </Section>
  );
}

const asksAnything = (draft: Draft, use: Use): boolean =>
  conditionsIn(termsOf(draft).uses[use].conditions).length > 0;

function AllConditions({
  draft,
  allowed,
  onChange,
}: {
  draft: Draft;
  allowed: readonly Use[];
  onChange: (draft: Draft) => void;
}) {
  const t = useTranslations("terms");
  const own = allowed.filter((use) => draft.own[use] !== undefined);
  const common = allowed.filter((use) => draft.own[use] === undefined);
  const without = (use: Use) => {
    const { [use]: _, ...rest } = draft.own;
    return rest;
  };
  return (
    <div className="flex flex-col gap-8">
      {common.length > 0 && (
        <ConditionsFields
          name="common"
          value={draft.common}
          onChange={(value) => onChange({ ...draft, common: value })}
        />
      )}
      {own.map((use) => (
        <div key={use} className="border-t border-rule pt-5">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
            <h3 className="text-base">{t("conditions.onlyFor", { use: t(`uses.${use}.inText`) })}</h3>
            <Button
              type="button"
              variant="secondary"
              size="sm"
              onClick={() => onChange({ ...draft, own: without(use) })}
            >
              {t("conditions.useCommon")}
            </Button>
          </div>
          <ConditionsFields
            name={use}
            value={draft.own[use] ?? NO_CONDITIONS}
            onChange={(value) => onChange({ ...draft, own: { ...draft.own, [use]: value } })}
          />
        </div>
      ))}
      {common.length > 1 && (
        <div className="max-w-xs">
          <Field label={t("conditions.ownFor")} optional>
            <Select
              value=""
              onChange={(event) => {
                const use = USES.find((known) => known === event.target.value);
                if (use !== undefined) onChange({ ...draft, own: { ...draft.own, [use]: draft.common } });
              }}
              options={[
                { value: "", label: t("conditions.chooseUse") },
                ...common.map((use) => ({ value: use, label: t(`uses.${use}.name`) })),
              ]}
            />
          </Field>
        </div>
      )}
    </div>
  );
}
