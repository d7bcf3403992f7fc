"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { setProofRule } from "@/modules/handles/platforms/set-proof-rule";

export async function saveProofRule(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
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
