"use server";
import { redirect } from "next/navigation";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { acceptInvitation } from "@/modules/parties/members/accept-invitation";

export async function accept(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction<{ organisationId: string }>(acceptInvitation, { token: form.get("token") });
  if (result.ok) redirect(`/o/${result.value.organisationId}`);
  return result;
}
