import { getLocale, getTranslations } from "next-intl/server";
import type { ActionResult } from "@/app/_web/request/action";

/**
 * A refusal of the deal form in the page's language. The server's sentence knows the cause ("choose it from the list of
 * labs") and is kept; the form's own words for a field are for a fault that has none in this language.
 */
export async function inFormWords(result: ActionResult): Promise<ActionResult> {
  if (result.ok || result.faults.length === 0) return result;
  const [t, p, locale] = await Promise.all([
    getTranslations("dealform"),
    getTranslations("problems.faults"),
    getLocale(),
  ]);
  const unsaid = new Set([p("other"), p("choose"), p("format"), ...(locale === "en" ? [] : [p("date")])]);
  const faults = result.faults.map((fault) => {
    const key = `fault.${fault.path}` as "fault.title";
    return unsaid.has(fault.message) && t.has(key) ? { ...fault, message: t(key) } : fault;
  });
  return { ...result, message: faults.length === 1 ? (faults[0]?.message ?? "") : t("faults"), faults };
}
