"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/action";
import { setOrganisationState } from "@/modules/parties/set-organisation-state";

export async function setState(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const [organisationId, state, reason] = [form.get("organisationId"), form.get("state"), form.get("reason")];
  const result = await runAction(setOrganisationState, { organisationId, state: state ?? undefined, reason });
  if (result.ok) revalidatePath("/", "layout");
  return result;
}
