import { db } from "@/infra/db/db";
import { DEAL_STATES, type DealState } from "../domain/state/deal-state";

export type StateSum = Readonly<{ state: DealState; currency: string; deals: number; grossMinor: bigint }>;

/** How many deals of a platform are in each state, and what they come to: currencies are never mixed. */
export async function sumsByState(platformId: string): Promise<readonly StateSum[]> {
  const groups = await db.prisma.deal.groupBy({
    by: ["state", "currency"],
    where: { platformId },
    _count: { _all: true },
    _sum: { grossMinor: true },
    orderBy: [{ currency: "asc" }, { state: "asc" }],
  });
  return groups.flatMap((group) => {
    const state = DEAL_STATES.find((name) => name === group.state);
    const { currency, _count, _sum } = group;
    return state === undefined
      ? []
      : [{ state, currency, deals: _count._all, grossMinor: _sum.grossMinor ?? 0n }];
  });
}

export type FundedDeal = Readonly<{ id: string; currency: string; grossMinor: bigint }>;

/** Deals of a platform whose payment has arrived. */
export async function fundedDeals(platformId: string): Promise<readonly FundedDeal[]> {
  return db.prisma.deal.findMany({
    where: { platformId, fundedAt: { not: null } },
    select: { id: true, currency: true, grossMinor: true },
  });
}
