"use client";
import type { ReactNode } from "react";
import { FieldError } from "@/ui/field";
import { useFault } from "@/ui/form-context";

/** One part of a long form: its heading and lead on the left, its fields on the right. */
export function FormPart({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="grid gap-x-10 gap-y-5 border-t border-rule pt-6 lg:grid-cols-[16rem_1fr]">
      <div>
        <h2 className="text-lg">{title}</h2>
        {lead && <div className="mt-1 text-sm text-muted">{lead}</div>}
      </div>
      <div className="flex min-w-0 max-w-2xl flex-col gap-5">{children}</div>
    </section>
  );
}

/** Short fields beside each other where there is room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2">{children}</div>;
}

/** Several checkboxes under one question, with the refusal's fault for the question. */
export function CheckboxGroup({
  legend,
  hint,
  name,
  children,
}: {
  legend: string;
  hint?: ReactNode;
  name: string;
  children: ReactNode;
}) {
  const fault = useFault(name);
  return (
    <fieldset className="min-w-0" aria-describedby={fault ? `${name}-fault` : undefined}>
      <legend className="text-sm font-medium">{legend}</legend>
      {hint && <p className="mt-1 text-sm text-muted">{hint}</p>}
      <div className="mt-2 grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">{children}</div>
      {fault && (
        <div className="mt-1.5">
          <FieldError id={`${name}-fault`}>{fault}</FieldError>
        </div>
      )}
    </fieldset>
  );
}
