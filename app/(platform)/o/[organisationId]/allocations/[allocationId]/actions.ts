"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { type Bound, formOf, idsOf, partsOf } from "@/app/_web/request/form-of";
import { runAllocation } from "@/modules/allocation/run/run-allocation";
import { sealAllocation } from "@/modules/allocation/seal/seal-allocation";
import { sealConfirmed } from "./seal-confirmed";

type Place = Readonly<{ home: string; allocationId: string }>;

/** Makes a split final, once the word that says so was typed. */
export async function sealSplitAction(
  place: Bound<Place>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const { home, allocationId } = idsOf(place, "home", "allocationId");
  const refusal = sealConfirmed(form.get("confirm"), await getTranslations("allocation.seal"));
  if (refusal !== null) return refusal;
  const result = await runAction(sealAllocation, { allocationId });
  revalidatePath(`${home}/allocations/${allocationId}`);
  return result;
}

type Wanted = Readonly<{ home: string; dealId: string; weightings: readonly string[] }>;

/** Runs a what-if for each weighting and goes to the last: by then the others are there to be compared. */
export async function tryWeightingsAction(wanted: Bound<Wanted>): Promise<ActionResult> {
  const { home, dealId } = idsOf(wanted, "home", "dealId");
  const { weightings } = partsOf(wanted);
  const [first, ...others]: readonly unknown[] = Array.isArray(weightings) ? weightings : [];
  const run = (weighting: unknown) => runAction<{ id: string }>(runAllocation, { dealId, weighting });
  let last = await run(first ?? "");
  for (const weighting of others) if (last.ok) last = await run(weighting);
  if (!last.ok) return last;
  redirect(`${home}/allocations/${last.value.id}`);
}
