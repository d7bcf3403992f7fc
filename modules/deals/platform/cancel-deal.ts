import { command } from "@/infra/verb/command";
import { next } from "../domain/state/deal-state";
import { lockedDealFor } from "../doors/deal-for";
import { CancelDealRequest } from "../schema/acts";
import { DealView } from "../schema/deal";
import { changed } from "./record-act";

/** Ends a deal before any payment. Contributors who had notice of it can still read it, with its end. */
export const cancelDeal = command({
  name: "deals.cancel",
  scope: "deals:write",
  input: CancelDealRequest,
  output: DealView,
  async run(context, { dealId, note }) {
    const { tx, actor, now } = context;
    const deal = await lockedDealFor(tx, actor, dealId, "deals:write");
    const after = { ...deal, ...next(deal, "cancel"), cancelledAt: now };
    return changed(context, { before: deal, after, act: "cancel", note: note || null });
  },
});
