import { command } from "@/infra/verb/command";
import { DomainError } from "@/kernel/errors";
import type { Deal } from "../domain/state/deal";
import { next } from "../domain/state/deal-state";
import { mustBePossible } from "../domain/terms/agreement";
import { lockedDealForLicensee } from "../doors/deal-for";
import { changed } from "../platform/record-act";
import { AnswerAsLicenseeRequest } from "../schema/acts";
import { DealView } from "../schema/deal";

/**
 * The licensee accepts or declines being named with these terms. Contributors get a notice of a deal only after its yes. A
 * yes binds until the terms it was given to change; a no can still become a yes.
 */
export const answerAsLicensee = command({
  name: "deals.answer_as_licensee",
  scope: "deals:write",
  input: AnswerAsLicenseeRequest,
  output: DealView,
  async run(context, { dealId, version, decision, note }) {
    const { tx, actor, now } = context;
    const deal = await lockedDealForLicensee(tx, actor, dealId);
    const standing = next(deal, decision);
    mustBePossible(deal, decision);
    if (deal.version !== version)
      throw new DomainError(
        "CONFLICT",
        `The deal has changed: it is in version ${deal.version} now. Read that version, then answer it.`,
        { detail: { because: "answer_to_old_terms", version: deal.version } },
      );
    const after: Deal = {
      ...deal,
      ...standing,
      licenseeAnswer: decision === "accept" ? "accepted" : "declined",
      licenseeAnsweredAt: now,
      licenseeAnswerNote: note ?? null,
    };
    return changed(context, { before: deal, after, act: decision, note: note ?? null });
  },
});
