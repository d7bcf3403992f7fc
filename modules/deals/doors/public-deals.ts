import type { Deal } from "../domain/state/deal";
import { findDeal } from "../repository/deal";
import { listSealedRows, type PublicFilter } from "../repository/public";

/**
 * Sealed deals are public: their terms are final, and everybody named in them had notice. Before the seal only the parties
 * and the contributors see a deal. The caller may show facts of the deal, never the people in it.
 */
export async function sealedDeals(
  filter: PublicFilter,
  page: Parameters<typeof listSealedRows>[1],
): Promise<readonly Deal[]> {
  return listSealedRows(filter, page);
}

/** One sealed deal, or null: for everybody else's eyes a deal that is not sealed is not there. */
export async function sealedDeal(id: string): Promise<Deal | null> {
  const deal = await findDeal(id);
  return deal?.sealedAt && deal.sealedAllocationId ? deal : null;
}
