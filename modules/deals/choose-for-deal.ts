import { command } from "@/infra/command";
import { actorName } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { recordDealChoice } from "@/modules/consent/deal-choice";
import { ChoiceView, ChooseRequest } from "./contributor-schema";
import { choiceView } from "./contributor-view";
import { choiceOpen } from "./domain/notice";
import { touchingDeal } from "./touching-deal";

/** A contributor objects to one deal, joins it, or takes that answer back, while its notice period runs. */
export const chooseForDeal = command({
  name: "deals.choose",
  scope: "consent:write",
  stepUp: true,
  input: ChooseRequest,
  output: ChoiceView,
  async run({ tx, actor, now }, { dealId, choice }) {
    const { deal, personId } = await touchingDeal(actor, dealId, now, tx);
    if (!choiceOpen(deal, now)) {
      throw new DomainError("CHOICE_PERIOD_OVER", closedBecause(deal.noticeEndsAt), {
        detail: { state: deal.state, noticeEndsAt: deal.noticeEndsAt?.toISOString() ?? null },
      });
    }
    const recorded = await recordDealChoice(tx, { dealId, personId, choice, now, by: actorName(actor) });
    return {
      value: choiceView(deal, { choice, at: recorded.at }, now),
      events: recorded.events,
      audit: { subject: dealId, personId, detail: { choice } },
    };
  },
});

function closedBecause(endedAt: Date | null): string {
  return `Answers to this deal were taken until ${endedAt?.toISOString() ?? "it ended"}. Your terms still decide about later deals.`;
}
