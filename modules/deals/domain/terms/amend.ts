import type { Deal, DealTerms } from "../state/deal";
import { next } from "../state/deal-state";
import { noticeWindow, restartsNotice } from "../state/notice";
import { answerAfter } from "./agreement";
import { changedFields } from "./deal-diff";
import type { DealField } from "./deal-fields";

export type Amendment = Readonly<{
  deal: Deal;
  changed: readonly DealField[];
  /** True when contributors had notice of terms that are different now: their window starts again. */
  restarted: boolean;
}>;

/**
 * A reported or noticed deal with new terms, as its next version. When contributors were already told and anything they
 * were shown changes, the notice window starts again at `at`, and is never shorter than the one they were given.
 * Throws DEAL_STATE or LAB_TERMS_LOCKED when the deal can no longer be amended.
 */
export function amend(deal: Deal, terms: DealTerms, at: Date): Amendment {
  const standing = next(deal, "amend");
  const changed = changedFields(deal, terms);
  const restarted = deal.state === "noticed" && restartsNotice(changed);
  const after: Deal = {
    ...deal,
    ...terms,
    ...standing,
    ...answerAfter(deal, terms, changed),
    version: deal.version + 1,
  };
  return { deal: restarted ? { ...after, ...longerWindow(deal, terms, at) } : after, changed, restarted };
}

/**
 * As long as the window contributors were given, or longer when the new terms say so: a deal cannot shorten its own notice,
 * not even in two steps. It begins no earlier than that window did, so it ends no earlier either.
 */
function longerWindow(deal: Deal, terms: DealTerms, at: Date): Pick<Deal, "noticedAt" | "noticeEndsAt"> {
  const window = noticeWindow(terms, at);
  const given = (deal.noticeEndsAt?.getTime() ?? 0) - (deal.noticedAt?.getTime() ?? 0);
  const asLong = new Date(at.getTime() + given);
  return asLong > window.noticeEndsAt ? { ...window, noticeEndsAt: asLong } : window;
}
