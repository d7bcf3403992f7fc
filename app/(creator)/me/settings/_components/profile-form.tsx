import { getLocale, getTranslations } from "next-intl/server";
import { LOCALE_NAMES, LOCALES } from "@/messages/locales";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input, Select } from "@/ui/input/field";
import { Version } from "@/ui/text/version";
import { saveProfile } from "../actions";

/** How one is called, and the language of pages and mails. */
export async function ProfileForm({ name, version }: { name: string; version: string }) {
  const [t, locale] = await Promise.all([getTranslations("settings"), getLocale()]);
  return (
    <ActionForm action={saveProfile} success={t("saved")} keepAfterSuccess>
      <Version value={version} />
      <Field label={t("you.name")} name="name" required hint={t("you.nameHint")}>
        <Input name="name" autoComplete="name" defaultValue={name} />
      </Field>
      <Field label={t("you.language")} name="locale" hint={t("you.languageHint")}>
        <Select
          key={locale}
          name="locale"
          defaultValue={LOCALES.find((known) => known === locale) ?? "en"}
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          translate="no"
        />
      </Field>
      <SubmitButton variant="secondary" pendingText={t("saving")}>
        {t("save")}
      </SubmitButton>
    </ActionForm>
  );
}
