"use server";
import { redirect } from "next/navigation";
import { dealInputOf, previewInputOf } from "@/app/_deals/deal-fields.client";
import { inFormWords } from "@/app/_deals/form-answer";
import { type ActionResult, runAction } from "@/app/_web/action";
import { type Bound, formOf, idsOf, partsOf, textOf } from "@/app/_web/form-of";
import { createDeal } from "@/modules/deals/create-deal";
import { previewAnswers } from "@/modules/deals/preview-answers";
import type { PreviewAnswers } from "@/modules/deals/preview-schema";
import type { DealView } from "@/modules/deals/schema";

export async function draftDealAction(
  organisation: Bound<string>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const organisationId = textOf(organisation);
  const result = await runAction<DealView>(createDeal, { ...dealInputOf(form), organisationId });
  if (result.ok) redirect(`/o/${organisationId}/deals/${result.value.id}`);
  return inFormWords(result);
}

/** Who would answer how, for the form as it stands. Reads only. */
export async function previewAction(
  deal: Bound<Readonly<{ organisationId: string; dealId: string | null }>>,
  sent: FormData,
): Promise<ActionResult<PreviewAnswers>> {
  const form = formOf(sent);
  return runAction<PreviewAnswers>(previewAnswers, {
    ...previewInputOf(form),
    ...idsOf(deal, "organisationId"),
    dealId: partsOf(deal).dealId,
  });
}
