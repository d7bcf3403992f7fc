"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Field } from "@/ui/field";
import { useFault } from "@/ui/form-context";
import { useDealFault } from "./deal-faults.client";

type FieldName = Parameters<ReturnType<typeof useTranslations<"dealform.fault">>>[0];

/** A field of the deal form: what the server refused in its words, and while one writes the form's own. */
export function DealField({ name, ...rest }: ComponentProps<typeof Field> & { name: FieldName }) {
  const t = useTranslations("dealform.fault");
  const [faulty, refused] = [useDealFault(name), useFault(name)];
  return <Field {...rest} name={name} error={refused ?? (faulty ? t(name) : undefined)} />;
}
