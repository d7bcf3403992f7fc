import type { CallContext } from "@/infra/command";
import { dealFor } from "@/modules/deals/deal-for";
import { recordFunding } from "@/modules/ledger/record-funding";

/** Follows deals.funded: the gross amount of the deal enters the books, once. The shares are posted after it. */
export async function recordDealFunding(
  call: CallContext,
  { dealId }: Readonly<{ dealId: string }>,
): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  await recordFunding(call, {
    dealId,
    currency: deal.currency,
    minor: String(deal.grossMinor),
    reference: deal.fundingReference ?? "none",
  });
}
