"use client";
import { useTranslations } from "next-intl";
import { WORK_KINDS } from "@/modules/works/domain/work";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input, Select } from "@/ui/input/field";
import { register } from "../actions";
import { AuthorRows } from "./author-rows.client";
import { IdentifierRows } from "./identifier-rows.client";

/** A work with any number of identifiers and authors. Rows keep their inputs when others come and go. */
export function RegisterWorkForm({ myName }: { myName: string }) {
  const t = useTranslations("works");
  return (
    <ActionForm action={register} className="flex max-w-3xl flex-col gap-10">
      <div className="grid gap-5 sm:grid-cols-[1fr_14rem]">
        <Field label={t("register.workTitle")} name="title" required>
          <Input name="title" autoComplete="off" />
        </Field>
        <Field label={t("register.kind")} name="kind" required>
          <Select
            name="kind"
            defaultValue=""
            options={[
              { value: "", label: t("register.choose"), disabled: true },
              ...WORK_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
            ]}
          />
        </Field>
      </div>
      <IdentifierRows />
      <AuthorRows myName={myName} />
      <SubmitButton pendingText={t("register.pending")}>{t("register.submit")}</SubmitButton>
    </ActionForm>
  );
}
