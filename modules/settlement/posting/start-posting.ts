import { z } from "zod";
import type { Tx } from "@/infra/db/db";
import type { DomainEvent } from "@/infra/events/events";
import { command } from "@/infra/verb/command";
import { startJob } from "@/infra/work/queue";
import { isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { AllocationEvents } from "@/modules/allocation/events";
import { AllocationJobs } from "@/modules/allocation/jobs";
import {
  lockSealedAllocation,
  notePostJob,
  type SealedAllocation,
} from "@/modules/allocation/seal/sealed-allocation";
import type { Deal } from "@/modules/deals/domain/state/deal";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { POST_PHASES } from "./post-allocation";

/**
 * A deal was funded: its sealed allocation goes on the books. Run by the worker on `deals.funded`; safe to run twice, and
 * late: once the funding was reversed there is nothing to start.
 */
export const startPosting = command({
  name: "allocation.start_posting",
  scope: "operator:write",
  input: z.object({ dealId: z.string().min(1) }),
  output: z.object({ jobId: z.string().nullable() }),
  async run({ tx, actor, now }, { dealId }) {
    if (!isOperator(actor, "operator:write")) throw notFound("deal");
    const { sealedAllocationId } = await dealFor(actor, dealId, "allocation:write", tx);
    const allocation =
      sealedAllocationId === null ? null : await lockSealedAllocation(tx, sealedAllocationId);
    if (allocation === null) throw notFound("allocation");
    const deal = await dealFor(actor, dealId, "allocation:write", tx); // Under the lock that a reversal waits for.
    if (allocation.postJobId !== null || deal.fundedAt === null)
      return { value: { jobId: allocation.postJobId }, events: [], audit: { subject: allocation.id } };
    const { jobId, event } = await startPostingJob(tx, { allocation, deal, now });
    return {
      value: { jobId },
      events: [event],
      audit: { subject: allocation.id, organisationId: deal.platformId },
    };
  },
});

/** Puts the posting on the queue; the caller holds the allocation. */
export async function startPostingJob(
  tx: Tx,
  { allocation, deal, now }: Readonly<{ allocation: SealedAllocation; deal: Deal; now: Date }>,
): Promise<{ jobId: string; event: DomainEvent }> {
  const about = { allocationId: allocation.id, dealId: deal.id };
  const jobId = await startJob(tx, AllocationJobs.post, {
    subject: allocation.id,
    organisationId: deal.platformId,
    personId: null,
    phases: POST_PHASES,
    input: about,
    now,
  });
  await notePostJob(tx, allocation.id, jobId);
  return { jobId, event: AllocationEvents.posting_started(about) };
}
