import { inMoment } from "@/infra/clock";
import { db } from "@/infra/db/db";
import { assert } from "@/kernel/assert";
import { isCurrency, majorText } from "@/kernel/money";
import { dayOf } from "@/kernel/time";
import { runAllocation } from "@/modules/allocation/run/run-allocation";
import { sealAllocation } from "@/modules/allocation/seal/seal-allocation";
import { runClearance } from "@/modules/clearance/run/run-clearance";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { disputeDeal } from "@/modules/deals/operator/dispute-deal";
import { as, daysAgo, happened, hoursAfter, mustHaveSucceeded } from "./acting";
import { carryOut, carryOutEvents } from "./carry-out";
import type { Cast } from "./cast";
import { type DemoDeal, noticeDaysOf, ownerOf } from "./deals";

export type Step = Readonly<{ at: Date; run: () => Promise<void> }>;

/** What happens to a deal after its manifest is in: clearance and preview, seal, payment and posting, a dispute. */
export function settlingOf(deal: DemoDeal, dealId: string, cast: Cast): readonly Step[] {
  if (deal.manifest === null) return [];
  const noticeEnds = daysAgo(deal.reportedDaysAgo - noticeDaysOf(deal));
  const cleared = clearedAt(deal, noticeEnds);
  const sealed = hoursAfter(noticeEnds, 52);
  const funded = hoursAfter(noticeEnds, 24 * 8);
  const steps: Step[] = [{ at: cleared, run: () => preview(deal, dealId, cast, cleared) }];
  if (deal.until === "sealed" || deal.until === "disputed" || deal.until === "allocated")
    steps.push({ at: sealed, run: () => seal(deal, dealId, cast, sealed) });
  if (deal.until === "allocated") steps.push({ at: funded, run: () => fund(dealId, cast, funded) });
  if (deal.until === "disputed") steps.push({ at: funded, run: () => fundAndDispute(dealId, cast, funded) });
  return steps;
}

/** What was sealed was cleared the day before; what waits to be sealed was cleared at the making of the world. */
function clearedAt(deal: DemoDeal, noticeEnds: Date): Date {
  if (deal.until === "noticed") return daysAgo(0);
  return deal.until === "cleared" ? daysAgo(0, 24) : hoursAfter(noticeEnds, 30);
}

async function preview(deal: DemoDeal, dealId: string, cast: Cast, at: Date): Promise<void> {
  const known = await db.prisma.allocation.count({ where: { dealId, state: "succeeded", whatIf: false } });
  if (known > 0) return;
  const by = cast.person[ownerOf(deal)];
  const clearance = await happened(at, async () => runClearance(await as(by, at), { dealId }));
  await mustHaveSucceeded(clearance.jobId);
  const later = hoursAfter(at, 1);
  const split = async (rules: { weighting?: "equal" | "per_item" }) => {
    const run = await happened(later, async () =>
      runAllocation(await as(by, later), { dealId, clearanceId: clearance.id, ...rules }),
    );
    await mustHaveSucceeded(run.jobId);
  };
  if (deal.until === "cleared") {
    await split({ weighting: "equal" });
    await split({ weighting: "per_item" });
  }
  await split({});
}

async function seal(deal: DemoDeal, dealId: string, cast: Cast, at: Date): Promise<void> {
  const { sealedAt } = await db.prisma.deal.findUniqueOrThrow({ where: { id: dealId } });
  if (sealedAt !== null) return;
  const allocation = await db.prisma.allocation.findFirstOrThrow({
    where: { dealId, state: "succeeded", whatIf: false },
  });
  const { jobId } = await happened(at, async () =>
    sealAllocation(await as(cast.person[ownerOf(deal)], at), { allocationId: allocation.id }),
  );
  await mustHaveSucceeded(jobId);
}

/** What the operator reads on the statement that day: all of the price. */
async function payment(dealId: string, at: Date) {
  const { currency, grossMinor } = await db.prisma.deal.findUniqueOrThrow({ where: { id: dealId } });
  assert(isCurrency(currency), "a demo deal has a currency");
  const day = dayOf(at);
  return {
    dealId,
    reference: `Payment ${day} ${dealId.slice(-6)}`,
    received: majorText({ currency, minor: grossMinor }),
    valueDate: day,
  };
}

async function fund(dealId: string, cast: Cast, at: Date): Promise<void> {
  const { fundedAt } = await db.prisma.deal.findUniqueOrThrow({ where: { id: dealId } });
  if (fundedAt !== null) return;
  await happened(at, async () => confirmFunding(await as(cast.person.ruth, at), await payment(dealId, at)));
}

/** The payment is seen, and before the shares are posted somebody disputes it: the posting meets the dispute and stops. */
async function fundAndDispute(dealId: string, cast: Cast, at: Date): Promise<void> {
  const { disputedAt, fundedAt } = await db.prisma.deal.findUniqueOrThrow({ where: { id: dealId } });
  if (disputedAt !== null) return;
  await inMoment(at, async () => {
    const call = await as(cast.person.ruth, at);
    if (fundedAt === null) await confirmFunding(call, await payment(dealId, at));
    await carryOutEvents();
    await disputeDeal(call, {
      dealId,
      note: "The licensee says a part of this price was paid under the licence of last year.",
    });
    await carryOut();
  });
}
