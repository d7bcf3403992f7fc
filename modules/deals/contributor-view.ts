import type { Actor } from "@/kernel/actor";
import { dealChoicesOf } from "@/modules/consent/deal-choice";
import { REASON_WORDS } from "@/modules/consent/domain/reason-words";
import { evaluateForPerson } from "@/modules/consent/evaluate-for-person";
import type { ChoiceView, HandleStanding, MyDealView } from "./contributor-schema";
import { consentRequestOf, type Deal } from "./domain/deal";
import { choiceOpen } from "./domain/notice";
import { includedBy } from "./domain/standing";
import { dealViews } from "./view";

type Answer = Readonly<{ choice: ChoiceView["choice"]; at: Date }>;

/** Deals as one contributor sees them, each with their answer and how each of their handles there stands. */
export async function contributorViews(
  deals: readonly Deal[],
  personId: string,
  about: Readonly<{ actor: Actor; now: Date }>,
): Promise<MyDealView[]> {
  const answers = await answersOf(
    personId,
    deals.map((deal) => deal.id),
  );
  const views = await dealViews(deals, about.actor, about.now);
  return Promise.all(
    deals.map(async (deal, index) => {
      const view = views[index];
      if (view === undefined) throw new Error("invariant broken: every deal has a view");
      const standings = await standingsOf(deal, personId, about.now);
      return { ...view, choice: choiceView(deal, answers.get(deal.id), about.now), standings };
    }),
  );
}

/** The newest answers, also one that takes effect a moment later because a run was just made as of now. */
export async function answersOf(
  personId: string,
  dealIds: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  return dealChoicesOf(personId, dealIds, new Date("9999-01-01T00:00:00Z"));
}

export function choiceView(deal: Deal, answer: Answer | undefined, now: Date): ChoiceView {
  return {
    dealId: deal.id,
    choice: answer?.choice ?? "neutral",
    at: answer?.at.toISOString() ?? null,
    open: choiceOpen(deal, now),
    noticeEndsAt: deal.noticeEndsAt?.toISOString() ?? null,
  };
}

/** Once a deal is sealed later changes of terms no longer touch it, so the question is asked as of then. */
async function standingsOf(deal: Deal, personId: string, now: Date): Promise<HandleStanding[]> {
  const request = consentRequestOf(deal, deal.sealedAt ?? now);
  const decisions = await evaluateForPerson({
    personId,
    platformId: deal.platformId,
    dealId: deal.id,
    request,
  });
  return decisions.map(({ handleId, name, disputed, decision }) => ({
    handleId,
    name,
    disputed,
    verdict: decision.verdict,
    reason: decision.reason,
    words: REASON_WORDS[decision.reason],
    included: includedBy(deal.basis, decision),
    floor:
      decision.floorMicros === null
        ? null
        : { currency: deal.currency, micros: decision.floorMicros.toString() },
  }));
}
