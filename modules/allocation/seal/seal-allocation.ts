import { command } from "@/infra/verb/command";
import { startJob } from "@/infra/work/queue";
import { personIdOf } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { readyClearance } from "@/modules/clearance/run/ready-clearance";
import type { Deal } from "@/modules/deals/domain/state/deal";
import { sealDeal } from "@/modules/deals/doors/advance-deal";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { requireVerified } from "@/modules/parties/organisations/verified";
import { AllocationEvents } from "../events";
import { AllocationJobs } from "../jobs";
import { type AllocationRow, lockAllocation, updateAllocation } from "../repository/allocation";
import { AllocationRequest, JobStarted } from "../schema/allocation";
import { PUBLISH_PHASES } from "./publish-shares";

/**
 * Seals a deal with this allocation, and starts the job that shows contributors their shares. Requires a verified platform,
 * and a run by the deal's own rules and newest version on a fresh clearance from after the notice, so that every answer
 * counts.
 */
export const sealAllocation = command({
  name: "allocation.seal",
  scope: "allocation:write",
  stepUp: true,
  input: AllocationRequest,
  output: JobStarted,
  async run({ tx, actor, now }, { allocationId }) {
    const allocation = await lockAllocation(tx, allocationId);
    if (allocation === null) throw notFound("allocation");
    const deal = await dealFor(actor, allocation.dealId, "allocation:write", tx);
    await dealFor(actor, allocation.dealId, "deals:write", tx); // A seal locks the terms, so it needs the right to write them.
    if (allocation.sealedAt !== null && allocation.publishJobId !== null)
      return {
        value: { id: allocation.id, jobId: allocation.publishJobId },
        events: [],
        audit: { subject: allocation.id, organisationId: deal.platformId, detail: { already: true } },
      };
    const clearance = await readyClearance(deal.id, allocation.clearanceId, tx);
    await requireVerified(tx, deal.platformId);
    mustBeSealable(allocation, deal, clearance);
    await sealDeal(tx, {
      dealId: deal.id,
      allocationId: allocation.id,
      version: deal.version,
      asOf: clearance.asOf,
      now,
      actor,
    });
    const jobId = await startJob(tx, AllocationJobs.publish, {
      subject: allocation.id,
      organisationId: deal.platformId,
      personId: personIdOf(actor),
      phases: PUBLISH_PHASES,
      input: { allocationId: allocation.id, dealId: deal.id },
      now,
      heavy: false, // It mostly waits for PostgreSQL, so it may run in parallel with a posting.
    });
    await updateAllocation(allocation.id, { sealedAt: now, publishJobId: jobId }, tx);
    return {
      value: { id: allocation.id, jobId },
      events: [AllocationEvents.sealed({ allocationId: allocation.id, dealId: deal.id })],
      audit: {
        subject: allocation.id,
        organisationId: deal.platformId,
        detail: { digest: allocation.digest },
      },
    };
  },
});

function mustBeSealable(
  allocation: AllocationRow,
  deal: Deal,
  clearance: Readonly<{ dealVersion: number }>,
): void {
  const notSealable = (because: string, message: string) =>
    new DomainError("ALLOCATION_NOT_SEALABLE", message, { detail: { because } });
  if (allocation.state !== "succeeded")
    throw new DomainError(
      "ALLOCATION_NOT_READY",
      `This allocation is ${allocation.state}; wait until it has succeeded.`,
    );
  if (allocation.whatIf)
    throw notSealable(
      "what_if",
      "This is a what-if by other rules than the deal's. Allocate by the deal's own rules.",
    );
  if (allocation.dealVersion !== deal.version || clearance.dealVersion !== deal.version)
    throw notSealable("deal_amended", "The deal was amended since. Clear and allocate its newest version.");
}
