"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/action";
import { settleDispute } from "@/modules/works/settle-dispute";

export async function settle(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAction(settleDispute, {
    disputeId: form.get("disputeId") ?? "",
    winnerHandleId: form.get("winnerHandleId") ?? "",
    note: form.get("note") ?? "",
  });
  if (result.ok) revalidatePath("/operator", "layout");
  return result;
}
