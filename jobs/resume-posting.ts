import type { CallContext } from "@/infra/verb/command";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { getJob } from "@/modules/jobs/queries";
import { retryJob } from "@/modules/jobs/retry-job";
import { startPosting } from "@/modules/settlement/posting/start-posting";
import { recordDealFunding } from "./record-deal-funding";

/**
 * Follows deals.dispute_ended: a deal that is funded again goes on the books, where the dispute stopped it. The posting is
 * started if it never was, and started again if it ended without posting.
 */
export async function resumePosting(
  call: CallContext,
  { dealId }: Readonly<{ dealId: string }>,
): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  if (deal.state !== "funded") return;
  await recordDealFunding(call, { dealId }); // The news of the funding may come after this.
  const { jobId } = await startPosting(call, { dealId });
  if (jobId === null) return;
  const { state } = await getJob(call, { jobId });
  switch (state) {
    case "failed":
    case "cancelled":
      await retryJob(call, { jobId });
      return;
    case "running":
      // It may have met the dispute and be about to end, or be posting now: the event waits until that is known.
      throw new Error(
        `posting job ${jobId} of deal ${dealId} is under way; looked at again when it has ended`,
      );
    case "queued":
    case "succeeded":
      return;
  }
}
