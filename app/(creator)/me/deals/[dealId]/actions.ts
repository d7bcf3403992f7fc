"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/action";
import { chooseForDeal } from "@/modules/deals/choose-for-deal";

export async function chooseAction(dealId: string, _: unknown, form: FormData): Promise<ActionResult> {
  const result = await runAction(chooseForDeal, { dealId, choice: form.get("choice") });
  revalidatePath(`/me/deals/${dealId}`);
  return result;
}
