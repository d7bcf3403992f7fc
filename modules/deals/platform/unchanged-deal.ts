import type { CommandContext } from "@/infra/verb/command";
import { refuseIfChanged } from "@/modules/audit/changed-meanwhile";
import type { Deal } from "../domain/state/deal";
import { lockedDealFor } from "../doors/deal-for";
import { lastVersion } from "../repository/history";
import { dealView } from "../view";

/**
 * The deal for its platform, held until the transaction ends: for acts that change its terms, or make public what the actor
 * read. Refuses when the terms were changed since.
 */
export async function unchangedDealFor(context: CommandContext, dealId: string): Promise<Deal> {
  const { tx, actor, now } = context;
  const deal = await lockedDealFor(tx, actor, dealId, "deals:write");
  await refuseIfChanged(context, {
    version: String(deal.version),
    organisationId: deal.platformId,
    last: () => lastVersion(tx, dealId),
    current: () => dealView(deal, actor, now),
  });
  return deal;
}
