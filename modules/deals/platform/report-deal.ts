import { command } from "@/infra/verb/command";
import { requireVerified } from "@/modules/parties/organisations/verified";
import { next } from "../domain/state/deal-state";
import { asked } from "../domain/terms/agreement";
import { DealRequest } from "../schema/acts";
import { DealView } from "../schema/deal";
import { instanceFeeBps } from "./instance-fee";
import { changed } from "./record-act";
import { mustBeReportable, mustNotConflict, mustPayTheFee } from "./require-reportable";
import { mustNameOthers } from "./revise-terms";
import { unchangedDealFor } from "./unchanged-deal";

/** For verified platforms. From here on the deal is on the register: changes are amendments with a note, and its licensee sees it. */
export const reportDeal = command({
  name: "deals.report",
  scope: "deals:write",
  edits: "deal",
  input: DealRequest,
  output: DealView,
  async run(context, { dealId }) {
    const { tx, now } = context;
    const deal = await unchangedDealFor(context, dealId);
    const standing = next(deal, "report");
    await requireVerified(tx, deal.platformId);
    mustBeReportable(deal, now);
    mustPayTheFee(deal, instanceFeeBps());
    await mustNameOthers(deal);
    await mustNotConflict(tx, deal);
    return changed(context, {
      before: deal,
      after: { ...deal, ...standing, ...asked(deal), reportedAt: now },
      act: "report",
    });
  },
});
