import type { Actor } from "@/kernel/actor";
import { assert } from "@/kernel/assert";
import { END_OF_TIME } from "@/kernel/time";
import { dealChoicesOf } from "@/modules/consent/answers/deal-choice";
import { reasonInDeal } from "@/modules/consent/domain/words/reason-words";
import {
  type Asked,
  evaluateAllForPerson,
  type HandleDecision,
} from "@/modules/consent/terms/evaluate-for-person";
import { consentRequestOf, type Deal } from "../domain/state/deal";
import { choiceOpen } from "../domain/state/notice";
import { includedBy } from "../domain/state/standing";
import type { ChoiceView, HandleStanding, MyDealView } from "../schema/contributor";
import { dealViews } from "../view";

type Answer = Readonly<{ id: string; choice: ChoiceView["choice"]; at: Date }>;

/** Deals as one contributor sees them, each with their answer and how each of their handles there stands: six queries. */
export async function contributorViews(
  deals: readonly Deal[],
  personId: string,
  about: Readonly<{ actor: Actor; now: Date }>,
): Promise<MyDealView[]> {
  const ids = deals.map((deal) => deal.id);
  const [answers, views, decisions] = await Promise.all([
    answersOf(personId, ids),
    dealViews(deals, about.actor, about.now),
    evaluateAllForPerson(
      personId,
      deals.map((deal) => askedOf(deal, about.now)),
    ),
  ]);
  return deals.map((deal, index) => {
    const view = views[index];
    assert(view !== undefined, "every deal has a view");
    const standings = standingsOf(deal, decisions[index] ?? []);
    const cancelReason = deal.state === "cancelled" ? deal.cancelReason : null;
    return { ...view, cancelReason, choice: choiceView(deal, answers.get(deal.id), about.now), standings };
  });
}

/** The newest answers, also one that takes effect a moment later because a run was just made as of now. */
export async function answersOf(
  personId: string,
  dealIds: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  return dealChoicesOf(personId, dealIds, END_OF_TIME);
}

export function choiceView(deal: Deal, answer: Answer | undefined, now: Date): ChoiceView {
  return {
    dealId: deal.id,
    choice: answer?.choice ?? "neutral",
    at: answer?.at.toISOString() ?? null,
    open: choiceOpen(deal, now),
    noticeEndsAt: deal.noticeEndsAt?.toISOString() ?? null,
    version: answerVersion(deal, answer),
  };
}

/** An answer is to a deal as it was read: an amendment is something else to answer. */
export const answerVersion = (deal: Deal, answer: Pick<Answer, "id"> | undefined): string =>
  `${deal.version}.${answer?.id ?? "none"}`;

/** In a sealed deal the terms as of its clearance count, so the request names that instant. */
export function askedOf(deal: Deal, now: Date): Asked {
  const request = consentRequestOf(deal, deal.sealedAsOf ?? now);
  return { platformId: deal.platformId, dealId: deal.id, request };
}

function standingsOf(deal: Deal, decisions: readonly HandleDecision[]): HandleStanding[] {
  return decisions.map(({ handleId, name, disputed, decision }) => ({
    handleId,
    name,
    disputed,
    verdict: decision.verdict,
    reason: decision.reason,
    words: reasonInDeal(decision.reason, includedBy(deal.basis, decision)),
    included: includedBy(deal.basis, decision),
    floor:
      decision.floorMicros === null
        ? null
        : { currency: deal.currency, micros: decision.floorMicros.toString() },
    decidedBy:
      decision.decidedBy === null
        ? null
        : { kind: decision.decidedBy.scope.kind, versionId: decision.decidedBy.versionId },
  }));
}
