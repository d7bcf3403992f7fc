"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { settleDispute } from "@/modules/handles/dispute/settle-dispute";

export async function settle(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(settleDispute, {
    disputeId: form.get("disputeId") ?? "",
    winnerHandleId: form.get("winnerHandleId") ?? "",
    note: form.get("note") ?? "",
  });
  if (result.ok) revalidatePath("/operator", "layout");
  return result;
}
