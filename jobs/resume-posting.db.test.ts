import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { runJob } from "@/infra/work/job-run";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { disputeDeal } from "@/modules/deals/operator/dispute-deal";
import { endDispute } from "@/modules/deals/operator/end-dispute";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import { operatorActor, paymentOf } from "@/test/factories/deals";
import { handOnAgain } from "@/test/factories/events";
import { callAs } from "@/test/factories/parties";
import { aSealedDeal } from "@/test/factories/sealed-deal";

const operator = () => callAs(operatorActor());

/** Hands on the newest event of this type about the deal, as often as told. */
async function hand(type: string, dealId: string, times = 1): Promise<void> {
  const { id } = await db.prisma.outboxEvent.findFirstOrThrow({
    where: { type, payload: { path: ["dealId"], equals: dealId } },
    orderBy: { id: "desc" },
  });
  for (let i = 0; i < times; i++) {
    await handOnAgain(id);
  }
}

const jobsOf = (dealId: string) =>
  db.prisma.jobRun.findMany({
    where: { kind: "allocation.post", input: { path: ["dealId"], equals: dealId } },
  });
const tasksOf = async (jobId: string) =>
  (await db.pool.query("SELECT FROM graphile_worker._private_jobs WHERE payload->>'jobId' = $1", [jobId]))
    .rowCount;
const takings = (dealId: string) =>
  db.prisma.line.findMany({ where: { dealId, account: "deal_pool", minor: { gt: 0 } } });

test("a posting that met a dispute goes on when it ends, and posts once", async () => {
  const { dealId } = await aSealedDeal();
  await confirmFunding(operator(), await paymentOf(dealId));
  await disputeDeal(operator(), { dealId, note: "Paid twice?" });
  await hand("deals.funded", dealId);
  const [job] = await jobsOf(dealId);
  await runJob(job?.id ?? "", postAllocation, true);
  expect((await jobsOf(dealId)).map(({ state }) => state)).toEqual(["cancelled"]);
  expect(await takings(dealId)).toEqual([]);

  await endDispute(operator(), { dealId, note: "Paid once." });
  await hand("deals.dispute_ended", dealId, 2);
  expect((await jobsOf(dealId)).map(({ id, state }) => [id, state])).toEqual([[job?.id, "queued"]]);
  expect(await tasksOf(job?.id ?? "")).toBe(2); // The first start's, and the second's; not a third.
  await runJob(job?.id ?? "", postAllocation, true);
  await hand("deals.dispute_ended", dealId);
  expect(await takings(dealId)).toHaveLength(1);
  expect((await db.prisma.deal.findUniqueOrThrow({ where: { id: dealId } })).state).toBe("allocated");
});

test("a posting that was never started is started, after the funding", async () => {
  const { dealId } = await aSealedDeal();
  await confirmFunding(operator(), await paymentOf(dealId));
  await disputeDeal(operator(), { dealId, note: "n" });
  await endDispute(operator(), { dealId, note: "n" });
  await hand("deals.dispute_ended", dealId, 2);
  await hand("deals.funded", dealId);
  const jobs = await jobsOf(dealId);
  expect(jobs).toHaveLength(1);
  await runJob(jobs[0]?.id ?? "", postAllocation, true);
  expect(await takings(dealId)).toHaveLength(1);
});

test("while the posting is under way the event waits", async () => {
  const { dealId } = await aSealedDeal();
  await confirmFunding(operator(), await paymentOf(dealId));
  await hand("deals.funded", dealId);
  await disputeDeal(operator(), { dealId, note: "n" });
  await endDispute(operator(), { dealId, note: "n" });
  const [job] = await jobsOf(dealId);
  await db.prisma.jobRun.update({ where: { id: job?.id ?? "" }, data: { state: "running" } });
  await expect(hand("deals.dispute_ended", dealId)).rejects.toThrow(/under way/);
  await db.prisma.jobRun.update({ where: { id: job?.id ?? "" }, data: { state: "failed" } });
  await hand("deals.dispute_ended", dealId);
  expect((await jobsOf(dealId)).map(({ state }) => state)).toEqual(["queued"]);
});

test("a deal that goes back to another state starts nothing", async () => {
  const { dealId } = await aSealedDeal();
  await disputeDeal(operator(), { dealId, note: "n" });
  await endDispute(operator(), { dealId, note: "n" });
  await hand("deals.dispute_ended", dealId);
  expect(await jobsOf(dealId)).toEqual([]);
});
