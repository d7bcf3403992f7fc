import { unclaimedByDeal } from "../repository/public-money";

/** Money that waits for the first person to prove a handle: an amount per currency, and the deals it came from. */
export type UnclaimedMoney = Readonly<{
  amounts: readonly Readonly<{ currency: string; minor: bigint }>[];
  dealIds: readonly string[];
}>;

/** Unclaimed money by holder (`handle:<platformId>:<name>`); a holder without any is absent. */
export async function unclaimedOf(holders: readonly string[]): Promise<ReadonlyMap<string, UnclaimedMoney>> {
  const found = new Map<string, { sums: Map<string, bigint>; deals: Set<string> }>();
  for (const { holder, dealId, currency, minor } of await unclaimedByDeal(holders)) {
    const at = found.get(holder) ?? { sums: new Map<string, bigint>(), deals: new Set<string>() };
    at.sums.set(currency, (at.sums.get(currency) ?? 0n) + minor);
    if (dealId !== null) at.deals.add(dealId);
    found.set(holder, at);
  }
  return new Map(
    [...found].map(([holder, { sums, deals }]) => [
      holder,
      { amounts: [...sums].map(([currency, minor]) => ({ currency, minor })), dealIds: [...deals] },
    ]),
  );
}
