"use server";
import { redirect } from "next/navigation";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { signUpOrganisation } from "@/modules/parties/organisations/sign-up-organisation";

export async function signUp(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const kind = form.get("kind") ?? undefined;
  const result = await runAction<{ id: string }>(signUpOrganisation, {
    kind,
    name: form.get("name"),
    ...(kind === "platform"
      ? { host: form.get("host"), handleCase: form.get("handleCase") ?? undefined }
      : {}),
  });
  if (result.ok) redirect(`/o/${result.value.id}`);
  return result;
}
