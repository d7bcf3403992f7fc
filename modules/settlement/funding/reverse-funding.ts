import { command } from "@/infra/verb/command";
import { actorName } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { AllocationEvents } from "@/modules/allocation/events";
import { Reversed } from "@/modules/allocation/schema/allocation";
import { notePostJob } from "@/modules/allocation/seal/sealed-allocation";
import { markUnfunded } from "@/modules/deals/doors/advance-deal";
import { TakeBackRequest } from "@/modules/deals/schema/acts";
import { currentAttempt } from "@/modules/ledger/post/posting-attempts";
import { reverseEntryInTx } from "@/modules/ledger/reverse/reverse-in-tx";
import { lockForOperator } from "../lock-for-operator";

/**
 * The payment of a deal is not there after all: its entry is reversed and the deal waits for its payment again. Only before
 * the shares are on the books; after that the posting is reversed first.
 */
export const reverseFunding = command({
  name: "allocation.reverse_funding",
  scope: "operator:write",
  stepUp: true,
  input: TakeBackRequest,
  output: Reversed,
  async run({ tx, actor, now }, { dealId, note }) {
    const { deal, allocation } = await lockForOperator(tx, actor, { dealId, act: "unfund" });
    const funding = await currentAttempt("deal_funding", dealId, tx);
    if (funding.entryId === null)
      throw new DomainError("CONFLICT", "The payment is not posted yet. Try again in a minute.", {
        detail: { because: "funding_not_posted" },
      });
    await markUnfunded(tx, { dealId, note, now, actor });
    const made = await reverseEntryInTx(tx, {
      entryId: funding.entryId,
      reason: note,
      actor: actorName(actor),
      now,
    });
    await notePostJob(tx, allocation.id, null); // The next payment starts a posting of its own.
    const payload = { dealId, entryId: funding.entryId, reversalId: made.entryId, reason: note };
    return {
      value: { entryId: made.entryId, jobId: null },
      events: [AllocationEvents.funding_reversed(payload)],
      audit: { subject: dealId, organisationId: deal.platformId, detail: payload },
    };
  },
});
