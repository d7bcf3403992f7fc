import { paidByEntryRows } from "./repository/reversal";

/**
 * The next `take` people to whom an entry made money payable, by id, each with how much. Plain facts for the worker; an
 * entry of one deal is in one currency.
 */
export function paidByEntry(
  entryId: string,
  page: Readonly<{ after: string; take: number }>,
): Promise<readonly Readonly<{ personId: string; currency: string; minor: bigint }>[]> {
  return paidByEntryRows(entryId, page);
}
