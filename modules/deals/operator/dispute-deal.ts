import { command } from "@/infra/verb/command";
import { next } from "../domain/state/deal-state";
import { changed } from "../platform/record-act";
import { DisputeDealRequest } from "../schema/acts";
import { DealView } from "../schema/deal";
import { lockedDealForOperator } from "./operator-deal";

/** Freezes a deal where it is: nothing is sealed, funded, posted or cancelled until the dispute ends. */
export const disputeDeal = command({
  name: "deals.dispute",
  scope: "operator:write",
  stepUp: true,
  input: DisputeDealRequest,
  output: DealView,
  async run(context, { dealId, note }) {
    const { tx, actor, now } = context;
    const deal = await lockedDealForOperator(tx, actor, dealId);
    const after = { ...deal, ...next(deal, "dispute"), disputedAt: now, disputeReason: note };
    return changed(context, { before: deal, after, act: "dispute", note });
  },
});
