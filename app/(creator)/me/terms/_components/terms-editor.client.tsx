"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CURRENCY_DECIMALS, type Currency } from "@/kernel/money";
import { describeDraft, type TermsEditorWire, type TermsJson } from "@/modules/consent/schema";
import { Field, Select } from "@/ui/input/field";
import { Banner } from "@/ui/page/banner";
import { Section } from "@/ui/page/page";
import { Conditions } from "./conditions-section.client";
import { ConsentMatrix } from "./consent-matrix.client";
import { type Draft, draftOf, faultsOf, termsOf } from "./draft.client";
import { Presets } from "./presets.client";
import { Review } from "./review.client";
import { TermsSentences } from "./say.client";
import { TryBuyer } from "./try-buyer.client";
import { usePreview } from "./use-preview.client";
import { useSaving } from "./use-saving.client";

type EditorScope = TermsEditorWire["scopes"][number];

/** The editor of one scope's terms. Nothing is answered for a new person; nothing is saved before the last button. */
export function TermsEditor({ scope }: { scope: EditorScope }) {
  const t = useTranslations("terms");
  const saved = scope.version?.terms ?? null;
  const [draft, setDraft] = useState<Draft>(() => draftOf(saved, "USD"));
  const terms = termsOf(draft);
  const { form, kept, forget } = useSaving(scope, terms, (stored) =>
    setDraft(draftOf(stored, draft.currency)),
  );
  const wider = scope.wider.map((layer) => layer.terms);
  const described = describeDraft(terms, saved, wider, form.start !== "");
  const preview = usePreview(scope.scope, described.silent ? null : terms);
  const edit = (next: Draft) => {
    forget();
    setDraft(next);
  };
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="flex min-w-0 flex-col gap-10">
        {kept && (
          <div role="status">
            <Banner>{t("kept")}</Banner>
          </div>
        )}
        <Section title={t("presets.title")} lead={t("presets.lead")}>
          <Presets draft={draft} terms={terms} onChange={edit} canTakeBack={saved !== null} />
        </Section>
        <Section title={t("matrix.title")} lead={t("matrix.lead")}>
          <ConsentMatrix draft={draft} onChange={edit} />
          <CurrencyChoice draft={draft} onChange={edit} />
        </Section>
        <Conditions draft={draft} onChange={edit} />
      </div>
      <Words
        terms={terms}
        narrow={scope.scope.kind !== "person"}
        changes={described.same ? null : described.changes.length}
        priceMissing={faultsOf(draft).includes("price")}
      />
      <div className="flex min-w-0 flex-col gap-10 lg:col-span-2">
        <Review
          described={described}
          faults={faultsOf(draft)}
          hasSaved={saved !== null}
          preview={preview}
          form={form}
        />
        <TryBuyer scope={scope.scope} terms={terms} currency={draft.currency} />
      </div>
    </div>
  );
}

/** The whole draft in sentences, next to the table while the person edits it. */
function Words({
  terms,
  narrow,
  changes,
  priceMissing,
}: {
  terms: TermsJson;
  narrow: boolean;
  changes: number | null;
  priceMissing: boolean;
}) {
  const t = useTranslations("terms.words");
  // The frame is as high as the table next to it, so the sticky text stops where the table ends and covers nothing below.
  return (
    <div>
      <section className="border-t border-rule pt-6 lg:sticky lg:top-4">
        <h2 className="text-xl">{t("title")}</h2>
        <div aria-live="polite" className="mt-3">
          <div className="max-w-[68ch] font-serif text-lg">
            <TermsSentences terms={terms} className="mt-3 first:mt-0" />
          </div>
          {priceMissing && <p className="mt-3 font-medium text-refusal">{t("priceMissing")}</p>}
          {narrow && <p className="mt-3 text-sm text-muted">{t("narrow")}</p>}
          <p className={changes === null ? "mt-4 text-sm text-muted" : "mt-4 text-sm text-waiting"}>
            {changes === null ? t("same") : changes === 0 ? t("unsavedNone") : t("unsaved", { n: changes })}
          </p>
        </div>
        {changes !== null && (
          <p className="mt-2">
            <a href="#review" className="link inline-block py-1">
              {t("review")}
            </a>
          </p>
        )}
      </section>
    </div>
  );
}

function CurrencyChoice({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useTranslations("terms.matrix");
  return (
    <div className="mt-4 max-w-48">
      <Field label={t("currency")}>
        <Select
          translate="no"
          value={draft.currency}
          onChange={(event) => onChange({ ...draft, currency: event.target.value as Currency })}
          options={Object.keys(CURRENCY_DECIMALS).map((code) => ({ value: code, label: code }))}
        />
      </Field>
    </div>
  );
}
