import type { Tx } from "@/infra/db/db";
import { holderSum } from "../repository/posting";
import { dealAmounts } from "../repository/public-money";
import { type CreditRow, creditsByCause, type PaidRow, paidByCause } from "../repository/reversal";

/** Of these deals, those on whose books a reserve stands. */
export async function dealsWithReserve(dealIds: readonly string[]): Promise<ReadonlySet<string>> {
  const amounts = await dealAmounts(dealIds, ["reserve"]);
  return new Set(amounts.filter(({ minor }) => minor > 0n).map(({ dealId }) => dealId));
}

/** A deal's reserve in minor units of its currency; ask while nothing else is posted for the deal. */
export async function reserveOf(tx: Tx, dealId: string, currency: string): Promise<bigint> {
  return -(await holderSum(tx, { holder: `deal:${dealId}`, account: "reserve", currency }));
}

/** What the release of an allocation's reserve credited, account by account, below zero; reversed ones are left out. */
export function reserveReleases(allocationId: string): Promise<readonly CreditRow[]> {
  return creditsByCause("reserve", allocationId);
}

/** What the reserves of these allocations brought a person, and when; reversed releases are left out. */
export function reservesPaidTo(
  personId: string,
  allocationIds: readonly string[],
): Promise<readonly PaidRow[]> {
  return paidByCause(personId, { cause: "reserve", causeIds: allocationIds });
}
