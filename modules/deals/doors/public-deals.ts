import type { Deal } from "../domain/state/deal";
import { findDeal } from "../repository/deal";
import { listSealedRows, type PublicFilter } from "../repository/public";

/**
 * Sealed deals are public: their terms cannot change any more, and everybody named in them was told. Before the seal a
 * deal is its parties' and its contributors' alone. Whoever calls shows facts of the deal, never who is in it.
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
