import { type Actor, mayFor } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { type FundedDeal, fundedDeals, type StateSum, sumsByState } from "../repository/sums";

/** A platform's deals by state and currency, and its paid deals. Throws NOT_FOUND for callers who may not read its deals. */
export async function platformSums(
  actor: Actor,
  platformId: string,
): Promise<Readonly<{ sums: readonly StateSum[]; funded: readonly FundedDeal[] }>> {
  if (!mayFor(actor, platformId, "deals:read")) throw notFound("platform");
  const [sums, funded] = await Promise.all([sumsByState(platformId), fundedDeals(platformId)]);
  return { sums, funded };
}
