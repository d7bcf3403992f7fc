import { query } from "@/infra/verb/query";
import { seesPreviews } from "@/modules/allocation/run/files-for";
import { PublicMoney } from "@/modules/allocation/schema/allocation";
import { touchingDeal } from "@/modules/deals/contributor/touching-deal";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { moneyOfDeal, publicMoneyOf } from "../deal-money";
import { DealFlow, DealFlowRequest } from "../flow-schema";

/** Where every minor unit of a deal goes: by its terms, then by its newest split (not for its licensee), then as its books stand. */
export const dealFlow = query({
  name: "allocation.deal_flow",
  scope: "allocation:read",
  input: DealFlowRequest,
  output: DealFlow,
  async run({ actor, now }, { dealId }) {
    const deal = await dealFor(actor, dealId, "allocation:read");
    return moneyOfDeal(deal, { previews: seesPreviews(actor, deal), now });
  },
});

/** The same of a deal that touches the acting person, with nothing of other contributors. */
export const myDealMoney = query({
  name: "allocation.my_deal_money",
  scope: "deals:read",
  input: DealFlowRequest,
  output: PublicMoney,
  async run({ actor, now }, { dealId }) {
    const { deal } = await touchingDeal(actor, dealId, now);
    return publicMoneyOf(deal);
  },
});
