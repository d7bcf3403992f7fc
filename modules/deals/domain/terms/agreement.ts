import { DomainError } from "@/kernel/errors";
import type { Deal, DealTerms } from "../state/deal";
import { allows, type DealAct } from "../state/deal-state";
import { type DealField, FIELDS } from "./deal-fields";

type Answered = Pick<Deal, "licenseeAnswer" | "licenseeAnsweredAt" | "licenseeAnswerNote">;

/** The answer of a licensee who is asked now: waiting, or null for one who is only named and cannot be asked. */
export function asked({ licenseeId }: Pick<DealTerms, "licenseeId">): Answered {
  return {
    licenseeAnswer: licenseeId === null ? null : "waiting",
    licenseeAnsweredAt: null,
    licenseeAnswerNote: null,
  };
}

/** The answer after an amendment of these fields: asked again when the licensee had agreed to something else. */
export function answerAfter(before: Deal, terms: DealTerms, changed: readonly DealField[]): Answered {
  const { licenseeAnswer, licenseeAnsweredAt, licenseeAnswerNote } = before;
  return changed.some((field) => FIELDS[field].agreed)
    ? asked(terms)
    : { licenseeAnswer, licenseeAnsweredAt, licenseeAnswerNote };
}

/**
 * Throws DEAL_NOT_ACCEPTED while the licensee has not said yes to the terms as they are. A lab nobody has verified is not
 * waited for, since anybody may take a name; its no counts all the same.
 */
export function mustBeAccepted(
  deal: Pick<Deal, "licenseeAnswer" | "licenseeName">,
  labState: "unverified" | "verified" | "suspended" | null,
): void {
  if (!awaitsAnswer(deal, labState)) return;
  const licensee = deal.licenseeName;
  if (deal.licenseeAnswer === "declined")
    throw new DomainError(
      "DEAL_NOT_ACCEPTED",
      `${licensee} declined this deal. Amend its terms to ask again, or cancel it.`,
      { detail: { because: "licensee_declined", licensee } },
    );
  throw new DomainError(
    "DEAL_NOT_ACCEPTED",
    `${licensee} has not accepted this deal yet. You can continue once it has.`,
    { detail: { because: "licensee_waiting", licensee } },
  );
}

/** True while nothing may be announced or sealed because the licensee's yes is missing. */
export function awaitsAnswer(
  { licenseeAnswer }: Pick<Deal, "licenseeAnswer">,
  labState: "unverified" | "verified" | "suspended" | null,
): boolean {
  if (licenseeAnswer === "declined") return true;
  return licenseeAnswer === "waiting" && labState !== null && labState !== "unverified";
}

/** True when the act is possible in this state and with what the parties have said and asked so far. */
export function isPossible(deal: Deal, act: DealAct): boolean {
  if (!allows(deal, act)) return false;
  const requested = deal.cancelRequestedAt !== null;
  switch (act) {
    case "accept":
      return deal.licenseeAnswer === "waiting" || deal.licenseeAnswer === "declined";
    case "decline":
      return deal.licenseeAnswer === "waiting";
    case "ask_cancel":
      return !requested;
    case "withdraw_cancel":
    case "agree_cancel":
    case "refuse_cancel":
      return requested;
    case "fund":
      return !requested;
    default:
      return true;
  }
}

type Refusal = Readonly<{ because: string; message: string }>;
const NO_REQUEST: Refusal = {
  because: "no_cancellation",
  message: "There is no request to cancel this deal.",
};
const OPEN_REQUEST: Refusal = {
  because: "cancellation_open",
  message:
    "The platform asked to cancel this deal. That request needs an answer first: agree to it or refuse it.",
};
const ANSWERED: Refusal = {
  because: "licensee_answered",
  message: "The licensee has already answered this deal, or does not need to.",
};
const IMPOSSIBLE: Readonly<Partial<Record<DealAct, Refusal>>> = {
  accept: ANSWERED,
  decline: ANSWERED,
  ask_cancel: OPEN_REQUEST,
  withdraw_cancel: NO_REQUEST,
  agree_cancel: NO_REQUEST,
  refuse_cancel: NO_REQUEST,
  fund: OPEN_REQUEST,
};

/** Throws CONFLICT when the state would allow the act but what the parties said does not. */
export function mustBePossible(deal: Deal, act: DealAct): void {
  const refusal = IMPOSSIBLE[act];
  if (refusal === undefined || !allows(deal, act) || isPossible(deal, act)) return;
  throw new DomainError("CONFLICT", refusal.message, { detail: { because: refusal.because } });
}
