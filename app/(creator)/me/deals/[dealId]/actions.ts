"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { type Bound, formOf, textOf } from "@/app/_web/request/form-of";
import { chooseForDeal } from "@/modules/deals/contributor/choose-for-deal";

export async function chooseAction(bound: Bound<string>, _: unknown, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const dealId = textOf(bound);
  const choice = form.get("choice");
  // A no goes through whatever was answered or amended meanwhile: it must not be lost because a page was old.
  const version = choice === "object" ? undefined : form.get("version");
  const result = await runAction(chooseForDeal, { dealId, choice, version });
  revalidatePath(`/me/deals/${dealId}`);
  return result;
}
