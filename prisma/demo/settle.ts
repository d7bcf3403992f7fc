import { db } from "@/infra/db";
import { runAllocation } from "@/modules/allocation/run-allocation";
import { sealAllocation } from "@/modules/allocation/seal-allocation";
import { runClearance } from "@/modules/clearance/run-clearance";
import { confirmFunding } from "@/modules/deals/confirm-funding";
import { as, daysAgo, eventsHandled, jobDone } from "./acting";
import type { Cast } from "./cast";
import type { DemoDeal } from "./deals";

const STEPS = ["cleared", "sealed", "allocated"] as const;

/** Takes a deal on from its manifest: clearance, a preview of the split, seal, funding, posting; as far as it is meant to go. */
export async function settleDemoDeal(deal: DemoDeal, dealId: string, cast: Cast): Promise<void> {
  if (deal.manifest === null) return;
  const noticeDays = deal.terms.noticeDays ?? 14;
  const at = (daysAfterNotice: number) => daysAgo(deal.reportedDaysAgo - noticeDays - daysAfterNotice);
  const goal = STEPS.indexOf(deal.until as (typeof STEPS)[number]);
  // A deal still in its notice shows a preview of today; the others were cleared the day after their notice ended.
  const allocationId = await allocate(deal, dealId, cast, goal < 0 ? new Date() : at(1));
  if (goal >= 1) await seal(deal, allocationId, cast, at(2));
  if (goal >= 2) await fund(dealId, cast, at(6));
}

async function allocate(deal: DemoDeal, dealId: string, cast: Cast, at: Date): Promise<string> {
  const before = await db.prisma.allocation.findFirst({
    where: { dealId, state: "succeeded", whatIf: false },
  });
  if (before !== null) return before.id;
  const by = cast.person[deal.by];
  const clearance = await runClearance(await as(by, at), { dealId });
  await jobDone(clearance.jobId);
  const preview = await runAllocation(await as(by, new Date(at.getTime() + 3_600_000)), {
    dealId,
    clearanceId: clearance.id,
  });
  await jobDone(preview.jobId);
  return preview.id;
}

async function seal(deal: DemoDeal, allocationId: string, cast: Cast, at: Date): Promise<void> {
  const { jobId } = await sealAllocation(await as(cast.person[deal.by], at), { allocationId });
  await jobDone(jobId);
}

async function fund(dealId: string, cast: Cast, at: Date): Promise<void> {
  const deal = await db.prisma.deal.findUniqueOrThrow({ where: { id: dealId } });
  if (deal.state === "sealed")
    await confirmFunding(await as(cast.person.ruth, at), {
      dealId,
      reference: `SEPA ${at.toISOString().slice(0, 10)} ${dealId.slice(-6)}`,
    });
  await eventsHandled();
  const posting = await db.prisma.jobRun.findFirstOrThrow({
    where: { kind: "allocation.post", subject: deal.sealedAllocationId ?? "" },
  });
  await jobDone(posting.id);
}
