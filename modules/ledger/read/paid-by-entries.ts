import { paidByEntriesRows } from "../repository/reversal";

/**
 * The next `take` people to whom these entries made money of a deal payable, by id, each with how much they kept of it.
 * Plain facts for the worker; a deal is in one currency.
 */
export function paidByEntries(
  of: Readonly<{ entryIds: readonly string[]; dealId: string }>,
  page: Readonly<{ after: string; take: number }>,
): Promise<readonly Readonly<{ personId: string; currency: string; minor: bigint }>[]> {
  return paidByEntriesRows(of, page);
}
