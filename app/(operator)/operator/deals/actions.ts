"use server";
import { revalidatePath } from "next/cache";
import { decimalOf } from "@/app/_deals/form/deal-form-data.client";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { answerCancellation } from "@/modules/deals/operator/cancel-sealed-deal";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { disputeDeal } from "@/modules/deals/operator/dispute-deal";
import { endDispute } from "@/modules/deals/operator/end-dispute";
import { reverseFunding } from "@/modules/settlement/funding/reverse-funding";
import { postAgain } from "@/modules/settlement/posting/post-again";
import { reversePosting } from "@/modules/settlement/posting/reverse-posting";

export async function confirmFundingAction(
  dealId: string,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const text = (name: string) => String(form.get(name) ?? "");
  const result = await runAction(confirmFunding, {
    dealId,
    reference: text("reference"),
    received: decimalOf(text("received"), text("numbers")),
    valueDate: text("valueDate"),
  });
  revalidatePath("/operator", "layout");
  return result;
}

export async function disputeDealAction(dealId: string, _: unknown, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(disputeDeal, { dealId, note: form.get("note") ?? "" });
  revalidatePath("/operator", "layout");
  return result;
}

export async function endDisputeAction(dealId: string, _: unknown, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(endDispute, { dealId, note: form.get("note") ?? "" });
  revalidatePath("/operator", "layout");
  return result;
}

export async function postAgainAction(dealId: string): Promise<ActionResult> {
  const result = await runAction(postAgain, { dealId });
  revalidatePath("/operator", "layout");
  return result;
}

export async function reverseFundingAction(
  dealId: string,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(reverseFunding, { dealId, note: form.get("note") ?? "" });
  revalidatePath("/operator", "layout");
  return result;
}

export async function reversePostingAction(
  dealId: string,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(reversePosting, { dealId, note: form.get("note") ?? "" });
  revalidatePath("/operator", "layout");
  return result;
}

export async function answerCancellationAction(
  dealId: string,
  decision: string,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(answerCancellation, { dealId, decision, note: form.get("note") ?? "" });
  revalidatePath("/operator", "layout");
  return result;
}
