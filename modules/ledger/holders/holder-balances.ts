import { type HolderBalance, holderBalance } from "../domain/balance";
import { type HolderSum, holderSums } from "../repository/holders";

/** Balances of holders (`person:<id>`, `handle:<platformId>:<name>`), per currency; a holder without lines has none. */
export async function holderBalances(
  holders: readonly string[],
): Promise<ReadonlyMap<string, readonly HolderBalance[]>> {
  const by = new Map<string, HolderSum[]>(holders.map((holder) => [holder, []]));
  for (const sum of await holderSums(holders)) by.get(sum.holder)?.push(sum);
  return new Map([...by].map(([holder, sums]) => [holder, holderBalance(sums)]));
}
