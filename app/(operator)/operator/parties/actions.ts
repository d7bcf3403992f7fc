"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { setOrganisationState } from "@/modules/parties/organisations/set-organisation-state";

export async function setState(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const [organisationId, state, reason] = [form.get("organisationId"), form.get("state"), form.get("reason")];
  const version = form.get("version");
  const input = { organisationId, state: state ?? undefined, reason, version };
  const result = await runAction(setOrganisationState, input);
  if (result.ok || result.code === "CHANGED_MEANWHILE") revalidatePath("/", "layout");
  return result;
}
