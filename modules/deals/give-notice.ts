import { command } from "@/infra/command";
import { requireVerified } from "@/modules/parties/verified";
import { DealRequest } from "./act-schema";
import { lockedDealFor } from "./deal-for";
import { next } from "./domain/deal-state";
import { noticeWindow } from "./domain/notice";
import { changed } from "./record-act";
import { requireAccepted } from "./require-accepted";
import { mustBeReportable } from "./require-reportable";
import { mustNameOthers } from "./revise-terms";
import { DealView } from "./schema";

/** Contributors of a verified platform are told, and their time to object or join starts. */
export const giveNotice = command({
  name: "deals.give_notice",
  scope: "deals:write",
  input: DealRequest,
  output: DealView,
  async run(context, { dealId }) {
    const { tx, actor, now } = context;
    const deal = await lockedDealFor(tx, actor, dealId, "deals:write");
    const after = { ...deal, ...next(deal, "notice"), ...noticeWindow(deal, now) };
    await requireVerified(tx, deal.platformId);
    mustBeReportable(after, now);
    await mustNameOthers(deal);
    await requireAccepted(deal);
    return changed(context, { before: deal, after, act: "notice" });
  },
});
