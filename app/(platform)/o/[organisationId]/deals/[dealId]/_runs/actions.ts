"use server";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fieldOfRule, whatIfOf } from "@/app/_allocation/what-if-form";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { type Bound, formOf, idsOf } from "@/app/_web/request/form-of";
import { runAllocation } from "@/modules/allocation/run/run-allocation";
import { runClearance } from "@/modules/clearance/run/run-clearance";

type Where = Readonly<{ organisationId: string; dealId: string }>;

export async function clearAction(deal: Bound<Where>): Promise<ActionResult> {
  const { organisationId, dealId } = idsOf(deal, "organisationId", "dealId");
  const result = await runAction<{ id: string }>(runClearance, { dealId });
  if (result.ok) redirect(`/o/${organisationId}/clearances/${result.value.id}`);
  return result;
}

export async function allocateAction(deal: Bound<Where>, _: unknown, sent: FormData): Promise<ActionResult> {
  const { rules, faults } = whatIfOf(formOf(sent));
  const where = idsOf(deal, "organisationId", "dealId");
  if (faults.length > 0) return notPercents(faults);
  const result = await runAction<{ id: string }>(runAllocation, { ...rules, dealId: where.dealId });
  if (result.ok) redirect(`/o/${where.organisationId}/allocations/${result.value.id}`);
  return {
    ...result,
    faults: result.faults.map((fault) => ({ ...fault, path: fieldOfRule(fault.path) })),
  };
}

async function notPercents(wrong: ReturnType<typeof whatIfOf>["faults"]): Promise<ActionResult> {
  const [t, problems] = await Promise.all([
    getTranslations("deals.whatIf"),
    getTranslations("problems.codes"),
  ]);
  const faults = wrong.map(({ field, word }) => ({ path: field, message: t(word) }));
  const message = faults.length === 1 ? (faults[0]?.message ?? "") : problems("INVALID_INPUT");
  return { ok: false, code: "INVALID_INPUT", message, faults, requestId: "" };
}
