"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/action";
import { setProofRule } from "@/modules/works/set-proof-rule";

export async function saveProofRule(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const organisationId = String(form.get("organisationId") ?? "");
  const result = await runAction(setProofRule, {
    organisationId,
    version: form.get("version"),
    profileTemplate: form.get("profileTemplate") || null,
    namesAreHosts: form.get("namesAreHosts") === "on",
    pageCode: form.get("pageCode") === "on",
  });
  if (result.ok) revalidatePath(`/o/${organisationId}/settings`);
  return result;
}
