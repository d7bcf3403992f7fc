import type { Reason } from "@/modules/consent/domain/evaluate";
import { OWN_REASONS, type OwnReason } from "./verdict";

const FROM_TERMS: Readonly<Record<Reason, string>> = {
  allowed: "Their terms allow it.",
  joined: "They joined this deal.",
  denied: "Their terms say no.",
  weights_closed: "Their terms allow open weights only.",
  buyer_blocked: "They block this buyer.",
  buyer_not_listed: "This buyer is not on their list of allowed buyers.",
  purpose: "Their terms do not allow this purpose.",
  attribution: "They ask for attribution, which the deal does not promise.",
  distillation: "Their terms do not allow distillation, which the deal includes.",
  expired: "Their permission had ended by then.",
  floor_currency: "Their price is in another currency than the deal.",
  objected: "They objected to this deal.",
  no_terms: "They have said nothing yet.",
  use_unset: "Their terms say nothing about this use.",
  withdrawn: "They took their terms back.",
  no_use: "The deal asks for no use.",
};

/** Why, as a sentence about a contributor to the platform and the licensee; an unknown code is shown as it is. */
export function reasonSentence(reason: string): string {
  if (Object.hasOwn(OWN_REASONS, reason)) return OWN_REASONS[reason as OwnReason];
  if (Object.hasOwn(FROM_TERMS, reason)) return FROM_TERMS[reason as Reason];
  return reason;
}
