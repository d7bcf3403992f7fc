"use server";
import { redirect } from "next/navigation";
import { type ActionResult, runAction } from "@/app/_web/action";
import { acceptInvitation } from "@/modules/parties/accept-invitation";

export async function accept(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAction<{ organisationId: string }>(acceptInvitation, { token: form.get("token") });
  if (result.ok) redirect(`/o/${result.value.organisationId}`);
  return result;
}
