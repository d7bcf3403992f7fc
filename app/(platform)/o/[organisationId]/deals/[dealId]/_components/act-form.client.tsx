"use client";
import { type ReactNode, useContext } from "react";
import type { ButtonVariant } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import type { FormResult } from "@/ui/form/faults";
import { FormContext } from "@/ui/form/form-context";
import { Field, Textarea } from "@/ui/input/field";
import { Dialog } from "@/ui/layer/dialog";
import { TextLink } from "@/ui/text/text-link";

type Act = (previous: FormResult | null, form: FormData) => Promise<FormResult>;

export type ActField = Readonly<{ name: string; label: string; hint?: string; required?: boolean }>;

/** An act that is asked for twice: what happens is said before it happens. */
export function ActDialog({
  trigger,
  title,
  lead,
  action,
  submit,
  cancel,
  variant = "primary",
  fields = [],
  version,
  fix,
}: {
  trigger: string;
  title: string;
  lead: ReactNode;
  action: Act;
  submit: string;
  /** What leaving without doing anything is called. */
  cancel?: string;
  variant?: ButtonVariant;
  /** Sentences it asks for. */
  fields?: readonly ActField[];
  /** Of what the reader decides about, as the page shows it. */
  version?: number;
  /** The page on which the reader corrects what the server refuses, if that is not this dialog. */
  fix?: Readonly<{ href: string; label: string }>;
}) {
  return (
    <Dialog
      trigger={trigger}
      title={title}
      lead={lead}
      variant={variant}
      {...(cancel ? { cancelLabel: cancel } : {})}
    >
      {(close) => (
        <ActionForm action={action} onDone={(result) => result.ok && close()}>
          {version !== undefined && <input type="hidden" name="version" value={version} />}
          {fields.map(({ name, label, hint, required = false }) => (
            <Field key={name} label={label} hint={hint} name={name} required={required} optional={!required}>
              <Textarea name={name} rows={3} />
            </Field>
          ))}
          {fix && <FixLink {...fix} />}
          <SubmitButton variant={variant}>{submit}</SubmitButton>
        </ActionForm>
      )}
    </Dialog>
  );
}

/** A link to the form whose fields the refusal names; nothing before such a refusal. */
function FixLink({ href, label }: Readonly<{ href: string; label: string }>) {
  const { result } = useContext(FormContext);
  if (result === null || result.ok || result.faults.length === 0) return null;
  return <TextLink href={href}>{label}</TextLink>;
}
