"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { dealInputOf, fieldsOfDeal } from "@/app/_deals/form/deal-fields.client";
import { inFormWords } from "@/app/_deals/form/form-answer";
import { type ActionResult, type FieldsOf, runAction } from "@/app/_web/request/action";
import { type Bound, formOf, idsOf, partsOf, textOf } from "@/app/_web/request/form-of";
import { answerAsLicensee } from "@/modules/deals/licensee/answer-as-licensee";
import {
  answerCancellation,
  askCancellation,
  withdrawCancellation,
} from "@/modules/deals/operator/cancel-sealed-deal";
import { amendDeal } from "@/modules/deals/platform/amend-deal";
import { cancelDeal } from "@/modules/deals/platform/cancel-deal";
import { editDeal } from "@/modules/deals/platform/edit-deal";
import { giveNotice } from "@/modules/deals/platform/give-notice";
import { reportDeal } from "@/modules/deals/platform/report-deal";
import type { DealView } from "@/modules/deals/schema/deal";

/** Which deal a form is about; bound on the server, so the browser cannot say otherwise than by its own address. */
type Where = Readonly<{ organisationId: string; dealId: string }>;
const whereOf = (deal: Bound<Where>): Where => idsOf(deal, "organisationId", "dealId");
const pathOf = ({ organisationId, dealId }: Where) => `/o/${organisationId}/deals/${dealId}`;

/** What the form would say about the deal as somebody else has stored it meanwhile. */
async function storedFields(): Promise<FieldsOf> {
  const locale = await getLocale();
  return (current) => fieldsOfDeal(current as unknown as DealView, locale);
}

export async function editDealAction(deal: Bound<Where>, _: unknown, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const where = whereOf(deal);
  const version = form.get("version");
  const input = { ...dealInputOf(form), dealId: where.dealId, version };
  const result = await runAction(editDeal, input, await storedFields());
  if (result.ok) redirect(pathOf(where));
  return inFormWords(result);
}

export async function amendDealAction(deal: Bound<Where>, _: unknown, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const where = whereOf(deal);
  const note = form.get("note") ?? "";
  const version = form.get("version");
  const input = { ...dealInputOf(form), note, dealId: where.dealId, version };
  const result = await runAction(amendDeal, input, await storedFields());
  if (result.ok) redirect(pathOf(where));
  return inFormWords(result);
}

export async function reportDealAction(
  deal: Bound<Where>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const where = whereOf(deal);
  const result = await runAction(reportDeal, { dealId: where.dealId, version: form.get("version") });
  revalidatePath(pathOf(where));
  return result;
}

export async function giveNoticeAction(
  deal: Bound<Where>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const where = whereOf(deal);
  const result = await runAction(giveNotice, { dealId: where.dealId, version: form.get("version") });
  revalidatePath(pathOf(where));
  return result;
}

export async function cancelDealAction(
  deal: Bound<Where>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const where = whereOf(deal);
  const result = await runAction(cancelDeal, { dealId: where.dealId, note: form.get("note") ?? "" });
  revalidatePath(pathOf(where));
  return result;
}

export async function answerAsLicenseeAction(
  answered: Bound<Where & Readonly<{ version: number; decision: string }>>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const where = whereOf(answered);
  const { version, decision } = partsOf(answered);
  const input = { dealId: where.dealId, version, decision, ...noteOf(form) };
  const result = await runAction(answerAsLicensee, input);
  revalidatePath(pathOf(where));
  return result;
}

export async function askCancellationAction(
  deal: Bound<Where>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const where = whereOf(deal);
  const input = { dealId: where.dealId, reason: form.get("reason") ?? "", ...noteOf(form) };
  const result = await runAction(askCancellation, input);
  revalidatePath(pathOf(where));
  return result;
}

export async function withdrawCancellationAction(deal: Bound<Where>): Promise<ActionResult> {
  const where = whereOf(deal);
  const result = await runAction(withdrawCancellation, { dealId: where.dealId });
  revalidatePath(pathOf(where));
  return result;
}

export async function answerCancellationAction(
  deal: Bound<Where>,
  decided: Bound<string>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const where = whereOf(deal);
  const result = await runAction(answerCancellation, {
    dealId: where.dealId,
    decision: textOf(decided),
    ...noteOf(form),
  });
  revalidatePath(pathOf(where));
  return result;
}

/** An empty note is none. */
function noteOf(form: FormData): { note?: string } {
  const note = String(form.get("note") ?? "").trim();
  return note === "" ? {} : { note };
}
