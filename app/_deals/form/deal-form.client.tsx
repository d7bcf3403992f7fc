"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { afterPress } from "@/ui/button/after-press";
import { Button, LinkButton } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import type { FormResult } from "@/ui/form/faults";
import type { FieldValues } from "@/ui/form/form-values";
import { Textarea } from "@/ui/input/field";
import { Banner } from "@/ui/page/banner";
import { Version } from "@/ui/text/version";
import { DealFaults, type FormFaults, faultsOf } from "./deal-faults.client";
import { DealField } from "./deal-field.client";
import type { DealFormValues } from "./deal-fields.client";
import { FormPart } from "./form-part.client";
import { dropDraft, keepDraft, keptDraft } from "./kept-draft.client";
import { MoneyPart } from "./money-part.client";
import { type Lab, NoticePart, UsePart, WhoPart } from "./terms-parts.client";

type Act = (previous: FormResult | null, form: FormData) => Promise<FormResult>;

/** The one form of a deal's terms, for drafts, edits and (with a reason) amendments. `preview` is shown next to it. */
export function DealForm({
  action,
  values,
  labs,
  submit,
  cancelHref,
  draftId,
  version,
  amending = false,
  preview,
  children,
}: {
  action: Act;
  values: DealFormValues;
  labs: readonly Lab[];
  submit: string;
  cancelHref: string;
  /** Under which what is typed is kept in this tab. */
  draftId: string;
  /** Of the deal whose terms these are; a new deal has none. */
  version?: number;
  amending?: boolean;
  preview: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations("dealform");
  const kept = useKeptValues(draftId, values);
  const loaded = useRef<FieldValues | null>(null);
  const { faults, here } = useFormWatch(draftId);
  const send: Act = useCallback(
    async (previous, form) => {
      dropDraft(draftId);
      const result = await action(previous, form);
      if (result && !result.ok) keepDraft(draftId, form);
      return result;
    },
    [action, draftId],
  );
  return (
    <div ref={here}>
      <DealFaults value={faults}>
        <ActionForm
          key={kept.round}
          action={send}
          loaded={loaded}
          keepAfterSuccess
          className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[1fr_22rem]"
        >
          <div className="flex min-w-0 flex-col gap-8">
            {kept.restored && (
              <Banner
                action={
                  <Button type="button" variant="secondary" size="sm" onClick={kept.startOver}>
                    {t("startOver")}
                  </Button>
                }
              >
                {t("restored")}
              </Banner>
            )}
            {version !== undefined && <Version value={version} />}
            {children}
            <WhoPart values={kept.values} labs={labs} />
            <MoneyPart values={kept.values} />
            <UsePart values={kept.values} />
            <NoticePart values={kept.values} />
            {amending && (
              <FormPart title={t("why.title")} lead={t("why.lead")}>
                <DealField label={t("why.note")} name="note" required>
                  <Textarea name="note" rows={3} />
                </DealField>
              </FormPart>
            )}
          </div>
          {preview}
          <div className="flex flex-wrap gap-3 border-t border-rule pt-6 lg:col-start-1">
            <SubmitButton pendingText={t("saving")}>{submit}</SubmitButton>
            <LinkButton href={cancelHref} variant="quiet" onClick={() => dropDraft(draftId)}>
              {t("back")}
            </LinkButton>
          </div>
        </ActionForm>
      </DealFaults>
    </div>
  );
}

/** The values to start from: the server's, or what this tab still has of them. A new round lays the form out afresh. */
function useKeptValues(draftId: string, values: DealFormValues) {
  const { operatorFeeBps } = values; // The fee is the server's to say, whatever was kept.
  const [state, setState] = useState({ round: 0, values, restored: false });
  useEffect(() => {
    const draft = keptDraft(draftId);
    if (draft !== null) setState({ round: 1, values: { ...draft, operatorFeeBps }, restored: true });
  }, [draftId, operatorFeeBps]);
  const startOver = () => {
    dropDraft(draftId);
    setState(({ round }) => ({ round: round + 1, values, restored: false }));
  };
  return { ...state, startOver };
}

/** Keeps the typed values, and checks a field when the person leaves it; from then on it checks at every change. */
function useFormWatch(draftId: string) {
  const here = useRef<HTMLDivElement>(null);
  const [faults, setFaults] = useState<FormFaults>(new Map());
  useEffect(() => {
    const root = here.current;
    if (!root) return;
    const left = new Set<string>();
    const look = async () => {
      const form = root.querySelector("form");
      if (!form) return;
      const found = await faultsOf(new FormData(form));
      setFaults(new Map([...found].filter(([name]) => left.has(name))));
    };
    const onLeave = (event: Event) => {
      const name = (event.target as HTMLInputElement).name;
      if (!name) return;
      left.add(name);
      afterPress(() => void look());
    };
    const onInput = () => {
      const form = root.querySelector("form");
      if (form) keepDraft(draftId, new FormData(form));
      if (left.size > 0) void look();
    };
    root.addEventListener("focusout", onLeave);
    root.addEventListener("input", onInput);
    return () => {
      root.removeEventListener("focusout", onLeave);
      root.removeEventListener("input", onInput);
    };
  }, [draftId]);
  return { faults, here };
}
