import { getTranslations } from "next-intl/server";
import { LOCALE_NAMES, LOCALES } from "@/messages/locales";
import type { PaletteWords } from "../keys-help.client";

const THEMES = ["light", "dark", "system"] as const;

/** The palette's words, handed over with the page: it has no other use for the messages in the browser. */
export async function paletteWords(signedIn: boolean): Promise<PaletteWords> {
  const t = await getTranslations("shell.palette");
  return {
    open: t("open"),
    title: t("title"),
    help: t("help"),
    placeholder: t("placeholder"),
    results: t("results"),
    searching: t("searching"),
    nothing: t("found", { n: 0 }),
    close: t("close"),
    action: t("action"),
    shortcut: t("keys.shortcut"),
    keysLead: t("keys.lead"),
    keys: [
      { keys: `${t("keys.shortcut")} · ⌘ K`, label: t("keys.palette") },
      { keys: "?", label: t("keys.help") },
      { keys: "↑ ↓", label: t("keys.move") },
      { keys: "Enter", label: t("keys.choose") },
      { keys: "Esc", label: t("keys.close") },
      { keys: "Tab", label: t("keys.skip") },
    ],
    actions: [
      ...LOCALES.map((locale) => ({ key: `locale:${locale}`, label: LOCALE_NAMES[locale], lang: locale })),
      ...THEMES.map((theme) => ({ key: `theme:${theme}`, label: t(`actions.${theme}`) })),
      ...(signedIn ? [{ key: "signOut:", label: t("actions.signOut") }] : []),
    ],
  };
}
