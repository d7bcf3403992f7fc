"use server";
import { type ActionResult, runAction } from "@/app/_web/action";
import { formOf } from "@/app/_web/form-of";
import { unsubscribe } from "@/modules/notices/unsubscribe";

export async function stopMails(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  return runAction(unsubscribe, { token: form.get("token") });
}
