import { command } from "@/infra/verb/command";
import { lapseJoins } from "@/modules/consent/answers/lapse-joins";
import { amend } from "../domain/terms/amend";
import { AmendDealRequest, DealView } from "../schema/deal";
import { changed } from "./record-act";
import { mustBeReportable, mustNotConflict } from "./require-reportable";
import { invalid, reviseTerms } from "./revise-terms";
import { unchangedDealFor } from "./unchanged-deal";

/**
 * Saves the next version of a reported or noticed deal, with a reason. If contributors had notice of other terms, their
 * window starts again and their yes to the old terms ends; a no stays a no.
 */
export const amendDeal = command({
  name: "deals.amend",
  scope: "deals:write",
  edits: "deal",
  input: AmendDealRequest,
  output: DealView,
  async run(context, { dealId, note, ...patch }) {
    const { tx, now } = context;
    const deal = await unchangedDealFor(context, dealId);
    const terms = await reviseTerms(deal, patch, {
      platformId: deal.platformId,
      feeBps: deal.operatorFeeBps,
    });
    const amendment = amend(deal, terms, now);
    if (amendment.changed.length === 0)
      throw invalid([
        { path: "", message: "Nothing was changed. Send at least one field with a new value." },
      ]);
    mustBeReportable(amendment.deal, now);
    await mustNotConflict(tx, amendment.deal);
    const lapsed = amendment.restarted ? await lapseJoins(tx, { dealId, now }) : { events: [] };
    const outcome = await changed(context, { before: deal, after: amendment.deal, act: "amend", note });
    return { ...outcome, events: [...outcome.events, ...lapsed.events] };
  },
});
