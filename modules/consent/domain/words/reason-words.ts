import type { Reason } from "../evaluate";

/** Why, as a sentence to the person whose terms they are. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  allowed: "Your terms allow it.",
  joined: "You joined this deal, at the deal's price.",
  denied: "Your terms say no.",
  weights_closed: "Your terms allow open weights only, and these weights are closed.",
  buyer_blocked: "This buyer is on your list of blocked buyers.",
  buyer_not_listed: "This buyer is not on your list of allowed buyers.",
  purpose: "Your terms do not allow this purpose.",
  attribution: "Your terms require attribution, and the buyer does not promise it.",
  distillation: "Your terms do not allow distillation, and the buyer wants to distil.",
  expired: "Your consent had expired.",
  floor_currency: "Your price is in a different currency from the deal.",
  objected: "You objected to this deal.",
  no_terms: "You have set no terms. A deal that needs consent leaves you out.",
  use_unset: "Your terms are not set for this use. A deal that needs consent leaves you out.",
  withdrawn: "You withdrew your terms. A deal that needs consent leaves you out.",
  no_use: "The request names no use.",
};

/** Reasons of silence: what follows from them depends on the basis of the deal. */
export const SILENT_REASONS = ["no_terms", "use_unset", "withdrawn"] as const;
export type SilentReason = (typeof SILENT_REASONS)[number];

const IN_BY_SILENCE: Readonly<Record<SilentReason, string>> = {
  no_terms:
    "You have set no terms. This deal is on the platform's own terms, so you are included unless you object.",
  use_unset:
    "Your terms are not set for this use. This deal is on the platform's own terms, so you are included unless you object.",
  withdrawn:
    "You withdrew your terms. This deal is on the platform's own terms, so you are included unless you object.",
};

export function isSilent(reason: Reason): reason is SilentReason {
  return SILENT_REASONS.some((silent) => silent === reason);
}

/** Why somebody stands as they do in a deal: silence is in or out by the deal's basis, as `included` says. */
export function reasonInDeal(reason: Reason, included: "yes" | "if_price_met" | "no"): string {
  return isSilent(reason) && included !== "no" ? IN_BY_SILENCE[reason] : REASON_WORDS[reason];
}
