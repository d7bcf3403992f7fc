import { getTranslations } from "next-intl/server";
import type { SetUpWords } from "./set-up.client";
import type { CodesWords } from "./shown-codes.client";

/** The words of the form that sets it up, handed over one by one: the whole namespace would travel with the page. */
export async function setUpWords(): Promise<SetUpWords> {
  const t = await getTranslations("settings.twoStep");
  return {
    ...(await codesWords()),
    begin: t("begin"),
    beginning: t("beginning"),
    secret: t("secret"),
    secretHint: t("secretHint"),
    picture: t("picture"),
    open: t("open"),
    code: t("code"),
    codeHint: t("codeHint"),
    confirm: t("confirm"),
    confirming: t("confirming"),
    done: t("done"),
  };
}

export async function codesWords(): Promise<CodesWords> {
  const t = await getTranslations("settings.twoStep");
  return { codesTitle: t("codesTitle"), codes: t("codes"), codesHint: t("codesHint") };
}
