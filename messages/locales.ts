/** The languages pages are written in; `en-XA` is English with every letter marked, to find text that is not in messages/. */
export const LOCALES = ["en", "de"] as const;
export const PSEUDO_LOCALE = "en-XA";

export type Locale = (typeof LOCALES)[number] | typeof PSEUDO_LOCALE;

/** How each language calls itself. */
export const LOCALE_NAMES: Readonly<Record<(typeof LOCALES)[number], string>> = {
  en: "English",
  de: "Deutsch",
};

export const LOCALE_COOKIE = "locale";

/**
 * The language of an answer: the one chosen (a cookie), else the first of the browser's that we have, else English. The
 * pseudo-locale only where the demo world is, because it is for tests.
 */
export function localeOf(
  chosen: string | undefined,
  acceptLanguage: string | null,
  allowPseudo: boolean,
): Locale {
  if (allowPseudo && chosen === PSEUDO_LOCALE) return PSEUDO_LOCALE;
  const known = (tag: string) => LOCALES.find((locale) => tag.toLowerCase().split("-")[0] === locale);
  const asked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
      return { tag, q: q === undefined ? 1 : Number(q.slice(2)) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  const wanted = [chosen ?? "", ...asked.map(({ tag }) => tag)];
  for (const tag of wanted) {
    const locale = known(tag);
    if (locale !== undefined) return locale;
  }
  return "en";
}
