import type { AttentionItem } from "@/app/_shell/attention";
import type { DealView } from "@/modules/deals/schema";
import type { JobView } from "@/modules/jobs/schema";

/** What an organisation should look at: disputes and failures first, then what only it can move on, then drafts. */
export function platformAttention(
  base: string,
  deals: readonly DealView[],
  failedJobs: readonly JobView[],
): AttentionItem[] {
  const of = (deal: DealView) => ({ key: deal.id, href: `${base}/deals/${deal.id}` });
  const disputed = deals
    .filter((deal) => deal.state === "disputed")
    .map((deal) => ({
      ...of(deal),
      tone: "bad" as const,
      text: `“${deal.title}” is disputed: its money is frozen.`,
      act: "See why",
    }));
  const failed = failedJobs.map((job) => ({
    key: job.id,
    href: `${base}/jobs/${job.id}`,
    tone: "bad" as const,
    text: `A job failed: ${job.error?.message ?? job.kind}`,
    act: "See what failed",
  }));
  const sealable = deals
    .filter((deal) => deal.allowedActs.includes("seal"))
    .map((deal) => ({
      ...of(deal),
      text: `“${deal.title}”: the notice period is over, it can be sealed.`,
      act: "Clear and seal",
    }));
  const noticeable = deals
    .filter((deal) => deal.allowedActs.includes("notice"))
    .map((deal) => ({
      ...of(deal),
      text: `“${deal.title}” is reported: contributors have not been told yet.`,
      act: "Give notice",
    }));
  const unfunded = deals
    .filter((deal) => deal.state === "sealed")
    .map((deal) => ({
      ...of(deal),
      text: `“${deal.title}” is sealed and waits for the licensee's payment.`,
      act: "See the deal",
    }));
  const drafts = deals
    .filter((deal) => deal.allowedActs.includes("report"))
    .map((deal) => ({ ...of(deal), text: `“${deal.title}” is a draft.`, act: "Finish and report" }));
  return [...disputed, ...failed, ...sealable, ...noticeable, ...unfunded, ...drafts];
}
