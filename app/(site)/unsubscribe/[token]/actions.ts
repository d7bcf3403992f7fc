"use server";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { unsubscribe } from "@/modules/notices/settings/unsubscribe";

export async function stopMails(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  return runAction(unsubscribe, { token: form.get("token") });
}
