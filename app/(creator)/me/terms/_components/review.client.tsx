"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { LIMITS } from "@/kernel/limits";
import { dayOf, daysAfter } from "@/kernel/time";
import type { TermsChange } from "@/modules/consent/schema";
import { Button } from "@/ui/button/button";
import { Field, Input } from "@/ui/input/field";
import { Banner } from "@/ui/page/banner";
import { Section } from "@/ui/page/page";
import { Changes } from "./changes.client";
import { Consequences } from "./consequences.client";
import type { DraftFault } from "./draft.client";
import type { PreviewState } from "./use-preview.client";

export type Saving = Readonly<{
  start: string;
  onStart: (day: string) => void;
  note: string;
  onNote: (note: string) => void;
  saving: boolean;
  onSave: () => void;
  /** What the last save answered. */
  message: ReactNode;
}>;

/**
 * The last look before saving: the changes, the people they concern, the notices they send, the changes that cannot be
 * undone. Then one button.
 */
export function Review({
  described,
  faults,
  hasSaved,
  preview,
  form,
}: {
  described: Readonly<{ silent: boolean; same: boolean; less: boolean; changes: readonly TermsChange[] }>;
  faults: readonly DraftFault[];
  hasSaved: boolean;
  preview: PreviewState;
  form: Saving;
}) {
  const t = useTranslations("terms.review");
  const { silent, same, changes } = described;
  // A price that cannot be read makes its cell empty, and is a slip: nothing is taken back by it.
  const back = silent && hasSaved && !faults.includes("price");
  const idle = same || (silent && !hasSaved);
  return (
    <Section id="review" title={back ? t("titleBack") : t("title")}>
      <div className="flex flex-col gap-8">
        {back && <Banner title={t("unsaidTitle")}>{t("unsaid")}</Banner>}
        {changes.length > 0 ? (
          <Changes changes={changes} caption={t("differences")} />
        ) : (
          <p className="text-muted">{idle ? t("idle") : t("noEffect")}</p>
        )}
        {!idle && (
          <>
            <Consequences state={preview} />
            <Effects less={described.less} scheduled={form.start !== ""} />
          </>
        )}
        <SaveForm form={form} faults={faults} idle={idle} back={back} />
      </div>
    </Section>
  );
}

function Effects({ less, scheduled }: { less: boolean; scheduled: boolean }) {
  const t = useTranslations("terms.review");
  const hours = LIMITS.clearanceAgeAtSealHours;
  return (
    <dl className="grid gap-6 md:grid-cols-3">
      <Effect title={t("changes")} lines={[scheduled ? t("fromDay") : t("fromNow"), t("answersStay")]} />
      <Effect title={t("told")} lines={[t("toldNobody")]} />
      <Effect
        title={t("cannotUndo")}
        lines={[t("sealedStay", { hours }), less ? t("less") : t("more"), t("kept")]}
      />
    </dl>
  );
}

function Effect({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <dt className="font-medium">{title}</dt>
      {lines.map((line) => (
        <dd key={line} className="mt-2 text-sm text-muted">
          {line}
        </dd>
      ))}
    </div>
  );
}

function SaveForm({
  form,
  faults,
  idle,
  back,
}: {
  form: Saving;
  faults: readonly DraftFault[];
  idle: boolean;
  back: boolean;
}) {
  const t = useTranslations("terms.review");
  const id = useId();
  // Never `disabled`: a disabled button loses the focus, and a keyboard user would lose their place while saving.
  const stopped = idle || faults.length > 0;
  const tomorrow = dayOf(daysAfter(new Date(), 1));
  return (
    <div className="flex flex-col gap-5">
      {!idle && (
        <div className="grid max-w-2xl gap-5 sm:grid-cols-[12rem_1fr]">
          <Field label={t("from")} hint={t("fromHint")} optional>
            <Input
              type="date"
              className="focus-within:outline-2 focus-within:outline-accent"
              min={tomorrow}
              value={form.start}
              onChange={(event) => form.onStart(event.target.value)}
            />
          </Field>
          <Field label={t("note")} hint={t("noteHint")} optional>
            <Input
              value={form.note}
              maxLength={500}
              autoComplete="off"
              onChange={(event) => form.onNote(event.target.value)}
            />
          </Field>
        </div>
      )}
      {faults.length > 0 && (
        <div id={id}>
          <Banner tone="bad" title={t("fix")}>
            <ul className="list-disc pl-5">
              {faults.map((fault) => (
                <li key={fault}>{t(`fault.${fault}`)}</li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
      <div>
        <Button
          type="button"
          aria-busy={form.saving || undefined}
          aria-disabled={stopped || form.saving || undefined}
          aria-describedby={faults.length > 0 ? id : undefined}
          onClick={() => {
            if (!stopped && !form.saving) form.onSave();
          }}
        >
          {form.saving ? t("saving") : back ? t("withdraw") : t("save")}
        </Button>
      </div>
      {form.message}
    </div>
  );
}
