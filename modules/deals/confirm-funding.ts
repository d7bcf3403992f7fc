import { command } from "@/infra/command";
import { next } from "./domain/deal-state";
import { lockedDealForOperator } from "./operator-deal";
import { changed } from "./record-act";
import { ConfirmFundingRequest, DealView } from "./schema";

/** The operator saw the licensee's payment at the bank. What follows (posting the shares) is started by the event. */
export const confirmFunding = command({
  name: "deals.confirm_funding",
  scope: "operator:write",
  stepUp: true,
  input: ConfirmFundingRequest,
  output: DealView,
  async run(context, { dealId, reference }) {
    const { tx, actor, now } = context;
    const deal = await lockedDealForOperator(tx, actor, dealId);
    const after = { ...deal, ...next(deal, "fund"), fundedAt: now, fundingReference: reference };
    return changed(context, { before: deal, after, act: "fund", note: `Reference ${reference}` });
  },
});
