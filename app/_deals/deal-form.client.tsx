"use client";
import type { ReactNode } from "react";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import type { FormResult } from "@/ui/faults";
import { Field, Textarea } from "@/ui/field";
import { FormPart } from "./form-part.client";
import type { DealFormValues, Lab } from "./form-values.client";
import { MoneyPart } from "./money-part.client";
import { NoticePart, UsePart, WhoPart } from "./terms-parts.client";

/** The one form of a deal's terms: drafting, editing and (with a reason) amending. */
export function DealForm({
  action,
  values,
  labs,
  submit,
  cancelHref,
  amending = false,
  children,
}: {
  action: (previous: FormResult | null, form: FormData) => Promise<FormResult>;
  values: DealFormValues;
  labs: readonly Lab[];
  submit: string;
  cancelHref: string;
  amending?: boolean;
  children?: ReactNode;
}) {
  return (
    <ActionForm action={action} keepAfterSuccess className="flex flex-col gap-8">
      {children}
      <WhoPart values={values} labs={labs} />
      <MoneyPart values={values} />
      <UsePart values={values} />
      <NoticePart values={values} />
      {amending && (
        <FormPart title="Why" lead="Contributors and the licensee read this beside what changed.">
          <Field label="Reason for the amendment" name="note" required>
            <Textarea name="note" rows={3} maxLength={1000} />
          </Field>
        </FormPart>
      )}
      <div className="flex flex-wrap gap-3 border-t border-rule pt-6">
        <SubmitButton pendingText="Saving…">{submit}</SubmitButton>
        <LinkButton href={cancelHref} variant="quiet">
          Back without saving
        </LinkButton>
      </div>
    </ActionForm>
  );
}
