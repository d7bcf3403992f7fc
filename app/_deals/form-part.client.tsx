"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldError } from "@/ui/field";
import { useFault } from "@/ui/form-context";
import { useDealFault } from "./deal-faults.client";

/** One part of a long form: its heading, what it is for, its fields. */
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
    <section className="flex flex-col gap-5 border-t border-rule pt-6 first:border-t-0 first:pt-0">
      <div>
        <h2 className="text-xl">{title}</h2>
        {lead && <div className="mt-1 text-muted">{lead}</div>}
      </div>
      {children}
    </section>
  );
}

/** Short fields beside each other where there is room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2">{children}</div>;
}

/** Several checkboxes under one question, with what is wrong with the answer. */
export function CheckboxGroup({
  legend,
  hint,
  name,
  children,
}: {
  legend: string;
  hint?: ReactNode;
  name: "uses";
  children: ReactNode;
}) {
  const t = useTranslations("dealform.fault");
  const [faulty, refused] = [useDealFault(name), useFault(name)];
  const fault = faulty ? t(name) : refused;
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
