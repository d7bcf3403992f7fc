"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { runAllocation } from "@/modules/allocation/run-allocation";
import { sealAllocation } from "@/modules/allocation/seal-allocation";
import { sealConfirmed } from "./seal-confirmed";

type Place = Readonly<{ home: string; allocationId: string }>;

/** Makes a split final, once the word that says so was typed. */
export async function sealSplitAction(place: Place, _: unknown, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const refusal = sealConfirmed(form.get("confirm"), await getTranslations("allocation.seal"));
  if (refusal !== null) return refusal;
  const result = await runAction(sealAllocation, { allocationId: place.allocationId });
  revalidatePath(`${place.home}/allocations/${place.allocationId}`);
  return result;
}

type Wanted = Readonly<{ home: string; dealId: string; weightings: readonly string[] }>;

/** Runs a what-if for each weighting and goes to the last: by then the others are there to be compared. */
export async function tryWeightingsAction({ home, dealId, weightings }: Wanted): Promise<ActionResult> {
  let last: ActionResult<{ id: string }> | null = null;
  for (const weighting of weightings) {
    last = await runAction<{ id: string }>(runAllocation, { dealId, weighting });
    if (!last.ok) return last;
  }
  redirect(last?.ok ? `${home}/allocations/${last.value.id}` : home);
}
