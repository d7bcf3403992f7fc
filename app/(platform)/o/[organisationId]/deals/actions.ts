"use server";
import { redirect } from "next/navigation";
import { dealInputOf } from "@/app/_deals/deal-form-data";
import { type ActionResult, runAction } from "@/app/_web/action";
import { createDeal } from "@/modules/deals/create-deal";
import type { DealView } from "@/modules/deals/schema";

export async function draftDealAction(
  organisationId: string,
  _: unknown,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction<DealView>(createDeal, { ...dealInputOf(form), organisationId });
  if (result.ok) redirect(`/o/${organisationId}/deals/${result.value.id}`);
  return result;
}
