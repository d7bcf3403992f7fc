"use server";
import { type ActionResult, runAction } from "@/app/_web/action";
import { unsubscribe } from "@/modules/notices/unsubscribe";

export async function stopMails(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  return runAction(unsubscribe, { token: form.get("token") });
}
