import type { Reason } from "./evaluate";

/** Why, as a sentence to the person whose terms they are. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  allowed: "Your terms allow it.",
  joined: "You joined this deal, at the deal's price.",
  denied: "Your terms say no.",
  weights_closed: "Your terms allow open weights only, and these weights are closed.",
  buyer_blocked: "This buyer is on your list of blocked buyers.",
  buyer_not_listed: "This buyer is not on your list of allowed buyers.",
  purpose: "Your terms do not allow this purpose.",
  attribution: "Your terms ask for attribution, and the buyer does not offer it.",
  distillation: "Your terms do not allow distillation, and the buyer wants to be free to distil.",
  expired: "Your permission had ended by then.",
  floor_currency: "Your price is in another currency than the deal.",
  objected: "You objected to this deal.",
  no_terms: "You have said nothing, and nothing said is never a yes.",
  use_unset: "Your terms say nothing about this, and nothing said is never a yes.",
  withdrawn: "You took your terms back, and nothing said is never a yes.",
  no_use: "Nothing was asked for.",
};
