import { command } from "@/infra/verb/command";
import { requireVerified } from "@/modules/parties/organisations/verified";
import { next } from "../domain/state/deal-state";
import { noticeWindow } from "../domain/state/notice";
import { requireAccepted } from "../licensee/require-accepted";
import { DealRequest } from "../schema/acts";
import { DealView } from "../schema/deal";
import { changed } from "./record-act";
import { mustBeReportable } from "./require-reportable";
import { mustNameOthers } from "./revise-terms";
import { unchangedDealFor } from "./unchanged-deal";

/** Sends contributors of a verified platform a notice, and starts their window to object or join. */
export const giveNotice = command({
  name: "deals.give_notice",
  scope: "deals:write",
  edits: "deal",
  input: DealRequest,
  output: DealView,
  async run(context, { dealId }) {
    const { tx, now } = context;
    const deal = await unchangedDealFor(context, dealId);
    const after = { ...deal, ...next(deal, "notice"), ...noticeWindow(deal, now) };
    await requireVerified(tx, deal.platformId);
    mustBeReportable(after, now);
    await mustNameOthers(deal);
    await requireAccepted(deal);
    return changed(context, { before: deal, after, act: "notice" });
  },
});
