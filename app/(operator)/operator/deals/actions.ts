"use server";
import { revalidatePath } from "next/cache";
import { decimalOf } from "@/app/_deals/form/deal-form-data.client";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { type Bound, formOf, textOf } from "@/app/_web/request/form-of";
import { answerCancellation } from "@/modules/deals/operator/cancel-sealed-deal";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { disputeDeal } from "@/modules/deals/operator/dispute-deal";
import { endDispute } from "@/modules/deals/operator/end-dispute";
import { reverseFunding } from "@/modules/settlement/funding/reverse-funding";
import { postAgain } from "@/modules/settlement/posting/post-again";
import { reversePosting } from "@/modules/settlement/posting/reverse-posting";

export async function confirmFundingAction(
  deal: Bound<string>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const text = (name: string) => String(form.get(name) ?? "");
  const result = await runAction(confirmFunding, {
    dealId: textOf(deal),
    reference: text("reference"),
    received: decimalOf(text("received"), text("numbers")),
    valueDate: text("valueDate"),
  });
  revalidatePath("/operator", "layout");
  return result;
}

export async function disputeDealAction(
  deal: Bound<string>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(disputeDeal, { dealId: textOf(deal), note: form.get("note") ?? "" });
  revalidatePath("/operator", "layout");
  return result;
}

export async function endDisputeAction(
  deal: Bound<string>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(endDispute, { dealId: textOf(deal), note: form.get("note") ?? "" });
  revalidatePath("/operator", "layout");
  return result;
}

export async function postAgainAction(deal: Bound<string>): Promise<ActionResult> {
  const result = await runAction(postAgain, { dealId: textOf(deal) });
  revalidatePath("/operator", "layout");
  return result;
}

export async function reverseFundingAction(
  deal: Bound<string>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(reverseFunding, { dealId: textOf(deal), note: form.get("note") ?? "" });
  revalidatePath("/operator", "layout");
  return result;
}

export async function reversePostingAction(
  deal: Bound<string>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(reversePosting, { dealId: textOf(deal), note: form.get("note") ?? "" });
  revalidatePath("/operator", "layout");
  return result;
}

export async function answerCancellationAction(
  deal: Bound<string>,
  decided: Bound<string>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(answerCancellation, {
    dealId: textOf(deal),
    decision: textOf(decided),
    note: form.get("note") ?? "",
  });
  revalidatePath("/operator", "layout");
  return result;
}
