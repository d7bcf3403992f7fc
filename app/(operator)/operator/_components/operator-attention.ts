import type { z } from "zod";
import type { AttentionItem } from "@/app/_shell/attention";
import type { DealView } from "@/modules/deals/schema";
import type { JobView } from "@/modules/jobs/schema";
import type { Dispute } from "@/modules/works/schema";

type Queues = Readonly<{
  unverified: readonly Readonly<{ id: string; name: string; kind: string }>[];
  disputedDeals: readonly DealView[];
  sealedDeals: readonly DealView[];
  failedJobs: readonly JobView[];
  disputes: readonly z.output<typeof Dispute>[];
}>;

/** The operator's queue: what freezes somebody's money first, then what waits for a decision. */
export function operatorAttention(queues: Queues): AttentionItem[] {
  return [
    ...queues.disputes.map((dispute) => ({
      key: dispute.id,
      href: "/operator/disputes",
      tone: "bad" as const,
      text: `${dispute.name} at ${dispute.platform.name} is claimed by ${dispute.claimants.length} people; its money is held.`,
      act: "Weigh the evidence",
    })),
    ...queues.disputedDeals.map((deal) => ({
      key: deal.id,
      href: "/operator/deals",
      tone: "bad" as const,
      text: `“${deal.title}” (${deal.platform.name}) is disputed: ${deal.disputeReason ?? "no reason given"}`,
      act: "Settle",
    })),
    ...queues.failedJobs.map((job) => ({
      key: job.id,
      href: `/operator/jobs/${job.id}`,
      tone: "bad" as const,
      text: `A job failed: ${job.error?.message ?? job.kind}`,
      act: "See what failed",
    })),
    ...queues.sealedDeals.map((deal) => ({
      key: deal.id,
      href: "/operator/deals",
      text: `“${deal.title}” (${deal.platform.name}) is sealed and waits for the payment of ${deal.licensee.name}.`,
      act: "Confirm funding",
    })),
    ...queues.unverified.map((one) => ({
      key: one.id,
      href: "/operator/parties",
      text: `${one.name} (${one.kind}) has signed up and is not verified.`,
      act: "Verify",
    })),
  ];
}
