import { z } from "zod";
import { command } from "@/infra/command";
import { startJob } from "@/infra/queue";
import { isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { dealFor } from "@/modules/deals/deal-for";
import { POST_PHASES } from "./post-allocation";
import { lockAllocation, updateAllocation } from "./repository/allocation";

/** A deal was funded: its sealed allocation goes on the books. Run by the worker on `deals.funded`; safe to run twice. */
export const startPosting = command({
  name: "allocation.start_posting",
  scope: "operator:write",
  input: z.object({ dealId: z.string().min(1) }).loose(),
  output: z.object({ jobId: z.string().nullable() }),
  async run({ tx, actor, now }, { dealId }) {
    if (!isOperator(actor, "operator:write")) throw notFound("deal");
    const deal = await dealFor(actor, dealId, "allocation:write", tx);
    const allocation =
      deal.sealedAllocationId === null ? null : await lockAllocation(tx, deal.sealedAllocationId);
    if (allocation === null) throw notFound("allocation");
    if (allocation.postJobId !== null)
      return { value: { jobId: allocation.postJobId }, events: [], audit: { subject: allocation.id } };
    const jobId = await startJob(tx, {
      kind: "allocation.post",
      subject: allocation.id,
      organisationId: deal.platformId,
      personId: null,
      phases: POST_PHASES,
      input: { allocationId: allocation.id, dealId: deal.id },
      now,
    });
    await updateAllocation(allocation.id, { postJobId: jobId }, tx);
    return {
      value: { jobId },
      events: [
        { type: "allocation.posting_started", payload: { allocationId: allocation.id, dealId: deal.id } },
      ],
      audit: { subject: allocation.id, organisationId: deal.platformId },
    };
  },
});
