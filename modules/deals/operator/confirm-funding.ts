import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { DomainError } from "@/kernel/errors";
import { dayOf } from "@/kernel/time";
import { readAmount } from "../domain/money/amount";
import { paymentFaults, referenceKey } from "../domain/money/payment";
import type { Deal } from "../domain/state/deal";
import { next } from "../domain/state/deal-state";
import { mustBePossible } from "../domain/terms/agreement";
import { changed } from "../platform/record-act";
import { invalid } from "../platform/revise-terms";
import { dealPaidWith, lockReference } from "../repository/payment";
import { ConfirmFundingRequest } from "../schema/acts";
import { DealView } from "../schema/deal";
import { lockedDealForOperator } from "./operator-deal";

/**
 * The operator saw the licensee's payment at the bank: this amount, credited on this day, under this reference. What follows
 * (posting the shares) is started by the event. One payment confirms one deal.
 */
export const confirmFunding = command({
  name: "deals.confirm_funding",
  scope: "operator:write",
  stepUp: true,
  input: ConfirmFundingRequest,
  output: DealView,
  async run(context, { dealId, reference, received, valueDate }) {
    const { tx, actor, now } = context;
    const deal = await lockedDealForOperator(tx, actor, dealId);
    const standing = next(deal, "fund");
    mustBePossible(deal, "fund");
    const receivedMinor = readAmount(deal.currency, received, "received");
    if (typeof receivedMinor !== "bigint") throw invalid([receivedMinor]);
    const faults = paymentFaults(deal, { reference, receivedMinor, valueDate }, dayOf(now));
    if (faults.length > 0) throw invalid(faults);
    const fundingKey = referenceKey(reference);
    await mustBeUnused(tx, deal, fundingKey);
    const after: Deal = {
      ...deal,
      ...standing,
      fundedAt: now,
      fundingReference: reference,
      fundingValueDate: valueDate,
      fundingKey,
    };
    const note = `Reference ${reference}, ${received} ${deal.currency}, value date ${valueDate}`;
    return changed(context, { before: deal, after, act: "fund", note });
  },
});

/** One bank reference is one payment: it confirms one deal, until that confirmation is reversed. */
async function mustBeUnused(tx: Tx, deal: Deal, fundingKey: string): Promise<void> {
  await lockReference(tx, fundingKey);
  const other = await dealPaidWith(tx, fundingKey);
  if (other === null) return;
  const message = `This reference already confirmed the payment of “${other.title}” (${other.id}). One payment confirms one deal: find this deal's own payment on the statement.`;
  throw new DomainError("INVALID_INPUT", message, {
    detail: { because: "reference_used", title: other.title, dealId: other.id, asked: deal.id },
    faults: [{ path: "reference", message }],
  });
}
