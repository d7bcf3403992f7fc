import type { CallContext } from "@/infra/verb/command";
import { wireMoney } from "@/kernel/money";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { currentAttempt } from "@/modules/ledger/post/posting-attempts";
import { recordFunding } from "@/modules/settlement/funding/record-funding";

/**
 * Follows deals.funded: the gross amount of the deal enters the books, once per attempt. The shares are posted after it. The
 * attempt is read first: when the funding is reversed after that, its own reversed entry is found and nothing is posted.
 */
export async function recordDealFunding(
  call: CallContext,
  { dealId }: Readonly<{ dealId: string }>,
): Promise<void> {
  const { attempt } = await currentAttempt("deal_funding", dealId);
  const deal = await dealFor(call.actor, dealId, "deals:read");
  if (deal.fundedAt === null) return; // Reversed before this news came.
  await recordFunding(call, {
    dealId,
    ...wireMoney(deal.currency, deal.grossMinor),
    reference: deal.fundingReference ?? "none",
    attempt,
  });
}
