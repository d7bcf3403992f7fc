import { type Actor, mayFor } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { fundedDealIds, type StateSum, sumsByState } from "./repository/sums";

/**
 * A platform's deals by state and currency, and the ids of those that were paid for. Throws NOT_FOUND for whoever may not
 * read its deals.
 */
export async function platformSums(
  actor: Actor,
  platformId: string,
): Promise<Readonly<{ sums: readonly StateSum[]; fundedIds: readonly string[] }>> {
  if (!mayFor(actor, platformId, "deals:read")) throw notFound("platform");
  const [sums, fundedIds] = await Promise.all([sumsByState(platformId), fundedDealIds(platformId)]);
  return { sums, fundedIds };
}
