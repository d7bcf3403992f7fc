import { command } from "@/infra/verb/command";
import { EndDisputeRequest } from "./act-schema";
import { next } from "./domain/deal-state";
import { lockedDealForOperator } from "./operator-deal";
import { changed } from "./record-act";
import { DealView } from "./schema";

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
