"use server";
import { redirect } from "next/navigation";
import { dealInputOf, previewInputOf } from "@/app/_deals/form/deal-fields.client";
import { inFormWords } from "@/app/_deals/form/form-answer";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { type Bound, formOf, idsOf, partsOf, textOf } from "@/app/_web/request/form-of";
import { previewAnswers } from "@/modules/deals/contributor/preview-answers";
import { createDeal } from "@/modules/deals/platform/create-deal";
import type { DealView } from "@/modules/deals/schema/deal";
import type { PreviewAnswers } from "@/modules/deals/schema/preview";

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

/** Counts how contributors would answer the form's current terms. Stores nothing. */
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
