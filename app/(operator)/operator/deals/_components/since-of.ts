import type { DealView } from "@/modules/deals/schema/deal";

/** The instant of the newest thing that happened to the deal, as far as its own dates tell. */
export function sinceOf(deal: DealView): string {
  return (
    (deal.state === "disputed" ? deal.disputedAt : null) ??
    deal.cancelledAt ??
    deal.allocatedAt ??
    deal.fundedAt ??
    deal.sealedAt ??
    deal.noticedAt ??
    deal.reportedAt ??
    deal.createdAt
  );
}
