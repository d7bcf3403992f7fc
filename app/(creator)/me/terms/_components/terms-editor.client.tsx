"use client";
import { useRouter } from "next/navigation";
import { useId, useState, useTransition } from "react";
import { CURRENCY_DECIMALS, type Currency } from "@/kernel/money";
import {
  describeDraft,
  PRESET_WORDS,
  PRESETS,
  presetTerms,
  type TermsEditorWire,
  termsToJson,
  USE_WORDS,
  USES,
  type Use,
  WEIGHTS,
} from "@/modules/consent/schema";
import { Button } from "@/ui/button";
import type { FormResult } from "@/ui/faults";
import { Field, Select } from "@/ui/field";
import { Section } from "@/ui/page";
import { saveTerms, takeBackTerms } from "../actions";
import { ConditionsFields } from "./conditions-fields.client";
import { ConsentMatrix } from "./consent-matrix.client";
import { type Draft, draftOf, faultsOf, NO_CONDITIONS, termsOf } from "./draft.client";
import { Review } from "./review.client";
import { TryBuyer } from "./try-buyer.client";

type EditorScope = TermsEditorWire["scopes"][number];

/** The editor of one scope's terms. Nothing is answered for a new person; nothing is saved before the last button. */
export function TermsEditor({ scope }: { scope: EditorScope }) {
  const router = useRouter();
  const [saving, startSaving] = useTransition();
  const saved = scope.version?.terms ?? null;
  const [draft, setDraft] = useState<Draft>(() => draftOf(saved, "USD"));
  const [start, setStart] = useState("");
  const [result, setResult] = useState<FormResult | null>(null);
  const terms = termsOf(draft);
  const wider = scope.wider.map((layer) => layer.terms);
  const described = describeDraft(terms, saved, wider, start !== "");
  const edit = (next: Draft) => {
    setResult(null);
    setDraft(next);
  };
  const save = () =>
    startSaving(async () => {
      const common = {
        scope: scope.scope,
        expects: scope.version?.id ?? null,
        ...(start === "" ? {} : { effectiveFrom: `${start}T00:00:00Z` }),
      };
      const answer = described.silent ? await takeBackTerms(common) : await saveTerms({ ...common, terms });
      setResult(answer);
      if (answer.ok) router.refresh();
    });
  return (
    <>
      <Section
        title="Start from"
        lead="A starting point, put into the table below for you to change. Nothing is saved yet."
      >
        <Presets draft={draft} onChange={edit} canTakeBack={saved !== null} />
      </Section>
      <Section
        title="What may be done with it"
        lead="Unsaid is not a yes. It leaves the question to your wider terms, or open."
      >
        <ConsentMatrix draft={draft} onChange={edit} />
        <div className="mt-4 max-w-40">
          <Field label="Currency of your prices">
            <Select
              value={draft.currency}
              onChange={(event) => edit({ ...draft, currency: event.target.value as Currency })}
              options={Object.keys(CURRENCY_DECIMALS).map((code) => ({ value: code, label: code }))}
            />
          </Field>
        </div>
      </Section>
      <Conditions draft={draft} onChange={edit} />
      <Review
        described={described}
        faults={faultsOf(draft)}
        hasSaved={saved !== null}
        narrow={scope.scope.kind !== "person"}
        start={start}
        onStart={setStart}
        saving={saving}
        onSave={save}
        result={result}
      />
      <TryBuyer scope={scope.scope} terms={terms} currency={draft.currency} />
    </>
  );
}

function Presets({
  draft,
  onChange,
  canTakeBack,
}: {
  draft: Draft;
  onChange: (draft: Draft) => void;
  canTakeBack: boolean;
}) {
  const id = useId();
  const choices = [
    ...PRESETS.map((preset) => ({
      key: preset,
      ...PRESET_WORDS[preset],
      make: () => draftOf(termsToJson(presetTerms(preset, draft.currency)), draft.currency),
    })),
    ...(canTakeBack
      ? [
          {
            key: "take_back",
            name: "Take it back",
            means: "Every answer becomes unsaid: your terms here are withdrawn.",
            make: () => draftOf(null, draft.currency),
          },
        ]
      : []),
  ];
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {choices.map(({ key, name, means, make }) => (
        <li key={key} className="flex">
          <button
            type="button"
            aria-describedby={`${id}-${key}`}
            onClick={() => onChange(make())}
            className="flex w-full flex-col items-start gap-1 rounded border border-rule-strong px-4 py-3 text-left transition-colors duration-150 hover:border-ink hover:bg-wash"
          >
            <span className="font-medium">{name}</span>
            <span id={`${id}-${key}`} className="text-sm text-muted">
              {means}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Conditions({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const allowed = USES.filter((use) => WEIGHTS.some((w) => draft.cells[use][w].stance === "allow"));
  if (allowed.length === 0) return null;
  const own = allowed.filter((use) => draft.own[use] !== undefined);
  const common = allowed.filter((use) => draft.own[use] === undefined);
  const without = (use: Use) => {
    const { [use]: _, ...rest } = draft.own;
    return rest;
  };
  return (
    <Section title="Conditions of your yes" lead="Where a condition is not met, your yes is a no.">
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
              <h3 className="text-base">Only for {USE_WORDS[use].name.toLowerCase()}</h3>
              <Button
                type="button"
                variant="secondary"
                size="sm"
                onClick={() => onChange({ ...draft, own: without(use) })}
              >
                Use the common conditions
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
            <Field label="Other conditions for one use" optional>
              <Select
                value=""
                onChange={(event) => {
                  const use = USES.find((known) => known === event.target.value);
                  if (use !== undefined) onChange({ ...draft, own: { ...draft.own, [use]: draft.common } });
                }}
                options={[
                  { value: "", label: "Choose a use…" },
                  ...common.map((use) => ({ value: use, label: USE_WORDS[use].name })),
                ]}
              />
            </Field>
          </div>
        )}
      </div>
    </Section>
  );
}
