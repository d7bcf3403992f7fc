"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useFault } from "@/ui/form/form-context";
import { Field } from "@/ui/input/field";
import { type FormFault, useDealFault } from "./deal-faults.client";

type FieldName = Parameters<ReturnType<typeof useTranslations<"dealform.fault">>>[0];

/** A field of the deal form: what the server refused in its words, and while one writes the form's own. */
export function DealField({ name, ...rest }: ComponentProps<typeof Field> & { name: FieldName }) {
  const say = useFaultWords();
  const [fault, refused] = [useDealFault(name), useFault(name)];
  return <Field {...rest} name={name} error={refused ?? (fault && say(name, fault))} />;
}

/** What is wrong with a field: the sentence of the reason where there is one, else what the field takes. */
function useFaultWords() {
  const t = useTranslations("dealform");
  return (name: FieldName, { because, facts }: FormFault): string => {
    const reason = `reason.${because}` as "reason.amount_whole";
    return t.has(reason) ? t(reason, { currency: "", ...facts }) : t(`fault.${name}`);
  };
}
