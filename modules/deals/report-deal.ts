import { command } from "@/infra/command";
import { requireVerified } from "@/modules/parties/verified";
import { lockedDealFor } from "./deal-for";
import { moneyOf } from "./domain/deal";
import { next } from "./domain/deal-state";
import { incompleteness } from "./domain/notice";
import { changed } from "./record-act";
import { invalid, mustNameLabsById } from "./revise-terms";
import { DealRequest, DealView } from "./schema";

/** For verified platforms. From here on the deal is on the register: changes are amendments with a note, and its licensee sees it. */
export const reportDeal = command({
  name: "deals.report",
  scope: "deals:write",
  input: DealRequest,
  output: DealView,
  async run(context, { dealId }) {
    const { tx, actor, now } = context;
    const deal = await lockedDealFor(tx, actor, dealId, "deals:write");
    const standing = next(deal, "report");
    await requireVerified(tx, deal.platformId);
    const faults = incompleteness(deal, moneyOf(deal).poolMinor);
    if (faults.length > 0) throw invalid(faults, "DEAL_INCOMPLETE");
    await mustNameLabsById(deal);
    return changed(context, {
      before: deal,
      after: { ...deal, ...standing, reportedAt: now },
      act: "report",
    });
  },
});
