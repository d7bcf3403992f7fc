import { useLocale, useTranslations } from "next-intl";
import { LOCALE_NAMES, LOCALES } from "@/messages/locales";
import { chooseLanguage } from "../actions";
import { Choice } from "./choice";

/** The languages pages are written in, each by its own name. */
export function LanguageChoice() {
  const t = useTranslations("shell.language");
  return (
    <Choice
      action={chooseLanguage}
      name="locale"
      legend={t("legend")}
      chosen={useLocale()}
      options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value }))}
    />
  );
}
