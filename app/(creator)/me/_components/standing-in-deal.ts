import type { MyDealView } from "@/modules/deals/schema/contributor";

/**
 * All of this person's handles in a deal in one word, for every list of deals: the deal's end first, then their answer, then
 * what their terms say. The words are `touching.forYou`. `preparing`: it is sealed, and its shares cannot be looked up yet.
 */
export function standingInDeal(
  deal: Pick<MyDealView, "state" | "choice" | "standings" | "sealedAt">,
  preparing: boolean,
) {
  if (deal.state === "cancelled") return "cancelled";
  if (deal.choice.choice === "object") return "objected";
  const standings = new Set(deal.standings.map((one) => one.included));
  if (standings.size === 0) return "none";
  if (standings.size > 1) return "some";
  const silent = deal.standings.every((one) => one.verdict === "unset");
  const out = silent ? "outSilent" : "outTerms";
  if (deal.sealedAt !== null) return standings.has("no") ? out : preparing ? "preparing" : "nothing";
  if (standings.has("if_price_met")) return "price";
  if (standings.has("no")) return out;
  if (deal.choice.choice === "join") return "inJoined";
  return silent ? "inSilent" : "inTerms";
}
