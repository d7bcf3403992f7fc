import { command } from "@/infra/verb/command";
import { next } from "../domain/state/deal-state";
import { changed } from "../platform/record-act";
import { EndDisputeRequest } from "../schema/acts";
import { DealView } from "../schema/deal";
import { lockedDealForOperator } from "./operator-deal";

/** The deal goes back to where it was; the event lets frozen work (posting a funded deal) go on. */
export const endDispute = command({
  name: "deals.end_dispute",
  scope: "operator:write",
  stepUp: true,
  input: EndDisputeRequest,
  output: DealView,
  async run(context, { dealId, note }) {
    const { tx, actor } = context;
    const deal = await lockedDealForOperator(tx, actor, dealId);
    const after = { ...deal, ...next(deal, "undispute"), disputedAt: null, disputeReason: null };
    return changed(context, { before: deal, after, act: "undispute", note });
  },
});
