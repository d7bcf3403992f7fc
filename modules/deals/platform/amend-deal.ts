import { command } from "@/infra/verb/command";
import { lapseJoins } from "@/modules/consent/answers/lapse-joins";
import { amend } from "../domain/terms/amend";
import { AmendDealRequest, DealView } from "../schema/deal";
import { changed } from "./record-act";
import { mustBeReportable, mustNotConflict } from "./require-reportable";
import { invalid, reviseTerms } from "./revise-terms";
import { unchangedDealFor } from "./unchanged-deal";

/**
 * The next version of a reported or noticed deal, with the reason why. When contributors were told something else, their
 * window starts anew and a yes to the old terms is not a yes to the new ones; a no stays a no.
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
      throw invalid([{ path: "", message: "Nothing was changed: name the field that becomes different." }]);
    mustBeReportable(amendment.deal, now);
    await mustNotConflict(tx, amendment.deal);
    const lapsed = amendment.restarted ? await lapseJoins(tx, { dealId, now }) : { events: [] };
    const outcome = await changed(context, { before: deal, after: amendment.deal, act: "amend", note });
    return { ...outcome, events: [...outcome.events, ...lapsed.events] };
  },
});
