import { command } from "@/infra/verb/command";
import { next } from "../domain/state/deal-state";
import { changedFields } from "../domain/terms/deal-diff";
import { DealView, EditDealRequest } from "../schema/deal";
import { dealView } from "../view";
import { instanceFeeBps } from "./instance-fee";
import { changed } from "./record-act";
import { reviseTerms } from "./revise-terms";
import { unchangedDealFor } from "./unchanged-deal";

/** A draft is edited freely; each change is a version, because clearances and previews name the version they used. */
export const editDeal = command({
  name: "deals.edit",
  scope: "deals:write",
  edits: "deal",
  input: EditDealRequest,
  output: DealView,
  async run(context, { dealId, ...patch }) {
    const { actor, now } = context;
    const deal = await unchangedDealFor(context, dealId);
    const standing = next(deal, "edit");
    const terms = await reviseTerms(deal, patch, { platformId: deal.platformId, feeBps: instanceFeeBps() });
    if (changedFields(deal, terms).length === 0) {
      const value = await dealView(deal, actor, now);
      return { value, events: [], audit: { subject: dealId, organisationId: deal.platformId } };
    }
    const after = { ...deal, ...terms, ...standing, version: deal.version + 1 };
    return changed(context, { before: deal, after, act: "edit" });
  },
});
