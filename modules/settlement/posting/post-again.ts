import { z } from "zod";
import { command } from "@/infra/verb/command";
import { lockForOperator } from "../lock-for-operator";
import { startPostingJob } from "./start-posting";

/**
 * Starts the posting of a funded deal once more, after a reversal or after a posting that failed. Two concurrent calls post
 * once.
 */
export const postAgain = command({
  name: "allocation.post_again",
  scope: "operator:write",
  stepUp: true,
  input: z.strictObject({ dealId: z.string().min(1) }),
  output: z.object({ jobId: z.string() }),
  async run({ tx, actor, now }, { dealId }) {
    const { deal, allocation } = await lockForOperator(tx, actor, { dealId, act: "allocate" });
    const { jobId, event } = await startPostingJob(tx, { allocation, deal, now });
    return {
      value: { jobId },
      events: [event],
      audit: { subject: dealId, organisationId: deal.platformId, detail: { jobId } },
    };
  },
});
