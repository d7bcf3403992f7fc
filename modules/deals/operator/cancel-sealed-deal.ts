import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { type Actor, isOperator } from "@/kernel/actor";
import type { Deal } from "../domain/state/deal";
import { next } from "../domain/state/deal-state";
import { mustBePossible } from "../domain/terms/agreement";
import { lockedDealFor, lockedDealForLicensee } from "../doors/deal-for";
import { changed } from "../platform/record-act";
import { AnswerCancellationRequest, AskCancellationRequest, DealRequest } from "../schema/acts";
import { DealView } from "../schema/deal";
import { lockedDealForOperator } from "./operator-deal";

/**
 * The platform asks to cancel a deal that is sealed. People were shown what they would get, so one side alone does not end it:
 * the licensee here or the operator agrees first. The reason is public once it is cancelled.
 */
export const askCancellation = command({
  name: "deals.ask_cancellation",
  scope: "deals:write",
  input: AskCancellationRequest,
  output: DealView,
  async run(context, { dealId, reason, note }) {
    const { tx, actor, now } = context;
    const deal = await lockedDealFor(tx, actor, dealId, "deals:write");
    const standing = next(deal, "ask_cancel");
    mustBePossible(deal, "ask_cancel");
    const after: Deal = {
      ...deal,
      ...standing,
      cancelRequestedAt: now,
      cancelReason: reason,
      cancelNote: note ?? null,
    };
    return changed(context, { before: deal, after, act: "ask_cancel", note: reason });
  },
});

/** The platform takes its request back; the deal goes on. */
export const withdrawCancellation = command({
  name: "deals.withdraw_cancellation",
  scope: "deals:write",
  input: DealRequest,
  output: DealView,
  async run(context, { dealId }) {
    const deal = await lockedDealFor(context.tx, context.actor, dealId, "deals:write");
    const standing = next(deal, "withdraw_cancel");
    mustBePossible(deal, "withdraw_cancel");
    return changed(context, {
      before: deal,
      after: { ...deal, ...standing, ...NO_REQUEST },
      act: "withdraw_cancel",
    });
  },
});

/** The licensee here, or the operator, agrees that the deal is cancelled, or refuses and it goes on. */
export const answerCancellation = command({
  name: "deals.answer_cancellation",
  scope: "deals:write",
  input: AnswerCancellationRequest,
  output: DealView,
  async run(context, { dealId, decision, note }) {
    const { tx, actor, now } = context;
    const deal = await counterpartsDeal(tx, actor, dealId);
    const act = decision === "agree" ? "agree_cancel" : "refuse_cancel";
    const standing = next(deal, act);
    mustBePossible(deal, act);
    const after: Deal = {
      ...deal,
      ...standing,
      ...(decision === "agree" ? { cancelledAt: now } : NO_REQUEST),
    };
    return changed(context, { before: deal, after, act, note: note ?? null });
  },
});

const NO_REQUEST = { cancelRequestedAt: null, cancelReason: null, cancelNote: null } as const;

async function counterpartsDeal(tx: Tx, actor: Actor, dealId: string): Promise<Deal> {
  return isOperator(actor, "operator:write")
    ? lockedDealForOperator(tx, actor, dealId)
    : lockedDealForLicensee(tx, actor, dealId);
}
