import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { actorName } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { refuseIfChanged } from "@/modules/audit/changed-meanwhile";
import { recordDealChoice } from "@/modules/consent/answers/deal-choice";
import { choiceOpen } from "../domain/state/notice";
import { lastVersion } from "../repository/history";
import { ChoiceView, ChooseRequest } from "../schema/contributor";
import { answerVersion, choiceView } from "./contributor-view";
import { touchingDeal } from "./touching-deal";

/** A contributor objects to one deal, joins it, or takes that answer back, while its notice period runs. */
export const chooseForDeal = command({
  name: "deals.choose",
  scope: "consent:write",
  stepUp: true,
  edits: "deal choice",
  input: ChooseRequest,
  output: ChoiceView,
  async run(context, { dealId, choice }) {
    const { tx, actor, now } = context;
    const { deal, personId } = await touchingDeal(actor, dealId, now, tx);
    if (!choiceOpen(deal, now)) {
      throw new DomainError("CHOICE_PERIOD_OVER", closedBecause(deal.noticeEndsAt), {
        detail: { state: deal.state, noticeEndsAt: deal.noticeEndsAt?.toISOString() ?? null },
      });
    }
    const answer = { dealId, personId, choice, now, by: actorName(actor) };
    const recorded = await recordDealChoice(tx, answer, (last) =>
      refuseIfChanged(context, {
        version: answerVersion(deal, last),
        organisationId: null,
        last: () => lastOf(tx, dealId, last),
        current: () => choiceView(deal, last, now),
      }),
    );
    return {
      value: choiceView(deal, { ...recorded.choice, at: recorded.at }, now),
      events: recorded.events,
      audit: { subject: dealId, personId, detail: { choice } },
    };
  },
});

/** Whichever came last: the person's own answer, or an amendment of the deal. */
async function lastOf(tx: Tx, dealId: string, answer: Readonly<{ by: string; at: Date }> | undefined) {
  const amended = await lastVersion(tx, dealId);
  return answer !== undefined && (amended === null || answer.at >= amended.at) ? answer : amended;
}

function closedBecause(endedAt: Date | null): string {
  return `Answers to this deal were accepted until ${endedAt?.toISOString() ?? "it ended"}. Your terms still decide about later deals.`;
}
