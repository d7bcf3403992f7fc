"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Field } from "@/ui/field";
import { useDealFault } from "./deal-faults.client";

type FieldName = Parameters<ReturnType<typeof useTranslations<"dealform.fault">>>[0];

/** A field of the deal form: what is wrong with it is said beside it while one writes, in the form's own words. */
export function DealField({ name, ...rest }: ComponentProps<typeof Field> & { name: FieldName }) {
  const t = useTranslations("dealform.fault");
  const faulty = useDealFault(name);
  return <Field {...rest} name={name} error={faulty ? t(name) : undefined} />;
}
