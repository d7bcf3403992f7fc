import { getTranslations } from "next-intl/server";
import type { ActionResult } from "@/app/_web/action";

/** A refusal of the deal form in the page's language: each fault in the words of its field. Other refusals stay as they are. */
export async function inFormWords(result: ActionResult): Promise<ActionResult> {
  if (result.ok || result.faults.length === 0) return result;
  const t = await getTranslations("dealform");
  const faults = result.faults.map(({ path, message }) => {
    const key = `fault.${path}` as "fault.title";
    return { path, message: t.has(key) ? t(key) : message };
  });
  return { ...result, message: t("faults"), faults };
}
