import { command } from "@/infra/verb/command";
import { startJob } from "@/infra/work/queue";
import { actorName, personIdOf } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { readyClearance } from "@/modules/clearance/run/ready-clearance";
import { splitMoney } from "@/modules/deals/domain/money/money-split";
import { sharesFaults } from "@/modules/deals/domain/terms/terms-faults";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { rulesOf, sameRules } from "../domain/rules";
import { AllocationEvents } from "../events";
import { AllocationJobs } from "../jobs";
import { insertAllocation } from "../repository/allocation";
import { RunAllocationRequest, RunAllocationResponse } from "../schema/allocation";
import { ALLOCATION_PHASES } from "./compute-allocation";

/** Asks how the deal's money would be divided: by its own rules (which can be sealed), or by others ("what if"). */
export const runAllocation = command({
  name: "allocation.run",
  scope: "allocation:write",
  input: RunAllocationRequest,
  output: RunAllocationResponse,
  async run({ tx, actor, now }, input) {
    const deal = await dealFor(actor, input.dealId, "allocation:write", tx);
    if (deal.state === "cancelled")
      throw new DomainError("DEAL_STATE", "This deal is cancelled; nothing is divided for it any more.");
    const clearance = await readyClearance(deal.id, input.clearanceId, tx);
    const own = rulesOf(deal);
    const rules = {
      ...own,
      ...(input.weighting === undefined ? {} : { weighting: input.weighting }),
      ...(input.contributorShareBps === undefined ? {} : { contributorShareBps: input.contributorShareBps }),
      ...(input.reserveBps === undefined ? {} : { reserveBps: input.reserveBps }),
      ...(input.capBps === undefined ? {} : { capBps: input.capBps }),
    };
    // A deal's own reserve was checked when it was agreed; the limit may have been another then.
    const faults = sharesFaults({ ...rules, reserveBps: input.reserveBps ?? 0 });
    if (faults.length > 0)
      throw new DomainError("INVALID_INPUT", faults.map(({ message }) => message).join(" "), { faults });
    const money = splitMoney({ grossMinor: deal.grossMinor, ...rules });
    const whatIf = !sameRules(rules, own);
    const id = newId("allocation", now);
    const jobId = await startJob(tx, AllocationJobs.run, {
      subject: id,
      organisationId: deal.platformId,
      personId: personIdOf(actor),
      phases: ALLOCATION_PHASES,
      input: { allocationId: id, dealId: deal.id, clearanceId: clearance.id },
      now,
    });
    await insertAllocation(tx, {
      id,
      dealId: deal.id,
      clearanceId: clearance.id,
      organisationId: deal.platformId,
      dealVersion: deal.version,
      rules,
      whatIf,
      state: "queued",
      currency: deal.currency,
      grossMinor: money.grossMinor,
      retainedMinor: money.retainedMinor,
      feeMinor: money.feeMinor,
      reserveMinor: money.reserveMinor,
      poolMinor: money.poolMinor,
      distributableMinor: money.distributableMinor,
      jobId,
      createdBy: actorName(actor),
      createdAt: now,
    });
    return {
      value: { id, jobId },
      events: [AllocationEvents.requested({ allocationId: id, dealId: deal.id, whatIf })],
      audit: { subject: id, organisationId: deal.platformId, detail: { clearanceId: clearance.id, whatIf } },
    };
  },
});
