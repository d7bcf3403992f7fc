"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxGroup } from "@/ui/input/field";
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

/** Short fields, in one row on wide screens. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2">{children}</div>;
}

/** The uses of a deal: what is wrong with them is said while one writes, in the form's own words. */
export function UsesGroup({ legend, children }: { legend: string; children: ReactNode }) {
  const t = useTranslations("dealform.fault");
  return (
    <CheckboxGroup legend={legend} name="uses" error={useDealFault("uses") ? t("uses") : undefined}>
      {children}
    </CheckboxGroup>
  );
}
