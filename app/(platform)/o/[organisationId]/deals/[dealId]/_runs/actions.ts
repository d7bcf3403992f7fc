"use server";
import { redirect } from "next/navigation";
import { whatIfOf } from "@/app/_allocation/what-if-form";
import { type ActionResult, runAction } from "@/app/_web/action";
import { runAllocation } from "@/modules/allocation/run-allocation";
import { runClearance } from "@/modules/clearance/run-clearance";

type Where = Readonly<{ organisationId: string; dealId: string }>;

export async function clearAction({ organisationId, dealId }: Where): Promise<ActionResult> {
  const result = await runAction<{ id: string }>(runClearance, { dealId });
  if (result.ok) redirect(`/o/${organisationId}/clearances/${result.value.id}`);
  return result;
}

export async function allocateAction(where: Where, _: unknown, form: FormData): Promise<ActionResult> {
  const asked = whatIfOf(form);
  if (!asked.ok) return asked.refusal;
  const result = await runAction<{ id: string }>(runAllocation, { ...asked.rules, dealId: where.dealId });
  if (result.ok) redirect(`/o/${where.organisationId}/allocations/${result.value.id}`);
  return result;
}
