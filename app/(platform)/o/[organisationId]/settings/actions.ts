"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { updateOrganisation } from "@/modules/parties/organisations/update-organisation";

export async function saveOrganisationSettings(
  _: ActionResult | null,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(updateOrganisation, Object.fromEntries(settingsOf(form)));
  if (result.ok) revalidatePath("/", "layout");
  return result;
}

/** The fields the form has: a platform's are more, and a key left empty is no key. */
function settingsOf(form: FormData): [string, unknown][] {
  const present = ["organisationId", "version", "name", "host", "handleCase"].filter((name) =>
    form.has(name),
  );
  const settings: [string, unknown][] = present.map((name) => [name, form.get(name)]);
  const key = form.get("attestationKey");
  return typeof key === "string" ? [...settings, ["attestationKey", parsedKey(key)]] : settings;
}

function parsedKey(text: string): unknown {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text; // not JSON: the verb says what is wrong with it, at its field
  }
}
