"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { dropDelivery } from "@/modules/system/drop-delivery";
import { retryDelivery } from "@/modules/system/retry-delivery";

export async function retryDeliveryAction(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(retryDelivery, {
    eventId: form.get("eventId") ?? "",
    handler: form.get("handler") ?? "",
  });
  revalidatePath("/operator", "layout");
  return result;
}

export async function dropDeliveryAction(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(dropDelivery, {
    eventId: form.get("eventId") ?? "",
    handler: form.get("handler") ?? "",
    reason: form.get("reason") ?? "",
  });
  revalidatePath("/operator", "layout");
  return result;
}
