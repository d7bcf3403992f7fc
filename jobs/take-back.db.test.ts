import { expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { startJob } from "@/infra/work/queue";
import { allocationChecks } from "@/modules/allocation/doctor";
import { AllocationJobs } from "@/modules/allocation/jobs";
import { dealChecks } from "@/modules/deals/doctor";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { getDealHistory } from "@/modules/deals/queries";
import { postEntry } from "@/modules/ledger/post/post-entry";
import { settlementChecks } from "@/modules/settlement/doctor";
import { reverseFunding } from "@/modules/settlement/funding/reverse-funding";
import { postAgain } from "@/modules/settlement/posting/post-again";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import {
  reversePosting,
  UNPOST_PHASES,
  unpostAllocation,
} from "@/modules/settlement/posting/reverse-posting";
import { startPosting } from "@/modules/settlement/posting/start-posting";
import { releaseAuthorMoney } from "@/modules/settlement/seats/release-author-money";
import { fund, postFunded, runToEnd } from "@/test/factories/allocation";
import { operatorActor, paymentOf } from "@/test/factories/deals";
import { handOn } from "@/test/factories/events";
import { callAs, SYSTEM } from "@/test/factories/parties";
import { aSealedDeal, type SealedDeal } from "@/test/factories/sealed-deal";
import { spread } from "./notices/spread";
import { recordDealFunding } from "./record-deal-funding";

const operator = () => callAs(operatorActor());
const dealOf = (id: string) => db.prisma.deal.findUniqueOrThrow({ where: { id } });
const allocationOf = (id: string) => db.prisma.allocation.findUniqueOrThrow({ where: { id } });
const pool = async (dealId: string) =>
  (await db.prisma.accountBalance.findMany({ where: { dealId, account: "deal_pool" } })).map(
    ({ minor }) => minor,
  );
const owed = async (dealId: string) =>
  (await db.prisma.accountBalance.findMany({ where: { dealId, NOT: { minor: 0n } } })).map(
    ({ account }) => account,
  );

/** Nothing of the doctor's that speaks of deals or postings is wrong about these. */
async function sound({ dealId, allocationId }: SealedDeal): Promise<void> {
  for (const check of [...dealChecks, ...allocationChecks.slice(0, 5), ...settlementChecks]) {
    const { faults } = await check.run();
    expect(faults.filter((fault) => fault.includes(dealId) || fault.includes(allocationId))).toEqual([]);
  }
}

/** Delivers the event of the reversal, and writes the notices that follow from it. */
async function tellReversal({ dealId, allocationId }: SealedDeal): Promise<void> {
  const event = await db.prisma.outboxEvent.findFirstOrThrow({
    where: { type: "allocation.posting_reversed", payload: { path: ["dealId"], equals: dealId } },
  });
  await handOn(event.id);
  const run = await db.prisma.jobRun.findFirstOrThrow({
    where: { kind: "notices.spread", subject: allocationId },
    orderBy: { id: "desc" },
  });
  await runToEnd(run.id, spread);
}

test("a payment that was not there is taken back; the next one is posted", async () => {
  const sealed = await aSealedDeal();
  const { dealId, allocationId } = sealed;
  await confirmFunding(operator(), await paymentOf(dealId));
  await expect(reverseFunding(operator(), { dealId, note: "It bounced" })).rejects.toMatchObject({
    code: "CONFLICT",
    detail: { because: "funding_not_posted" },
  });
  await recordDealFunding(callAs(SYSTEM), { dealId });
  const { jobId: first } = await startPosting(callAs(SYSTEM), { dealId });
  await reverseFunding(operator(), { dealId, note: "It bounced" });
  expect(await dealOf(dealId)).toMatchObject({ state: "sealed", fundedAt: null, fundingReference: null });
  expect(await pool(dealId)).toEqual([0n]);
  await sound(sealed);

  // Late news of the first payment: nothing comes of it, nor of the posting it had started.
  await recordDealFunding(callAs(SYSTEM), { dealId });
  expect((await startPosting(callAs(SYSTEM), { dealId })).jobId).toBeNull();
  await expect(runToEnd(first ?? "", postAllocation)).rejects.toThrow(/DEAL_STATE/);
  expect(await pool(dealId)).toEqual([0n]);

  await fund(dealId);
  await recordDealFunding(callAs(SYSTEM), { dealId });
  await postFunded(dealId);
  expect(await pool(dealId)).toEqual([0n]);
  expect((await allocationOf(allocationId)).postedAt).not.toBeNull();
  expect((await dealOf(dealId)).state).toBe("allocated");
  expect(await db.prisma.entry.count({ where: { cause: "deal_funding", causeId: dealId } })).toBe(2);
  await sound(sealed);
  await expect(reverseFunding(operator(), { dealId, note: "Too late" })).rejects.toMatchObject({
    code: "DEAL_STATE",
  });
});

test("a posting is reversed to the last line, told, and can be posted again", async () => {
  const sealed = await aSealedDeal();
  const { dealId, allocationId } = sealed;
  await fund(dealId);
  await postFunded(dealId);
  const { entryId } = await reversePosting(operator(), { dealId, note: "Wrong deal" });
  expect(await db.prisma.entry.findUniqueOrThrow({ where: { id: entryId ?? "" } })).toMatchObject({
    cause: "reversal",
  });
  expect(await dealOf(dealId)).toMatchObject({ state: "funded", allocatedAt: null });
  expect(await allocationOf(allocationId)).toMatchObject({ postedAt: null, entryId: null });
  expect((await owed(dealId)).sort()).toEqual(["bank", "deal_pool"]);
  const { items } = await getDealHistory(operator(), { dealId });
  expect(items.at(-1)).toMatchObject({ act: "unallocate", note: "Wrong deal", toState: "funded" });
  await sound(sealed);
  expect((await startPosting(callAs(SYSTEM), { dealId })).jobId).not.toBeNull(); // the old job's: nothing starts by itself
  expect(await pool(dealId)).not.toEqual([0n]);

  await tellReversal(sealed);
  const [told] = await db.prisma.notice.findMany({
    where: { kind: "share_taken_back", link: `/me/payments/${allocationId}` },
  });
  expect(told?.params).toMatchObject({ reason: "Wrong deal", left: { minor: "0" } });
  const { platformId } = await dealOf(dealId);
  expect(
    await db.prisma.notice.count({ where: { kind: "deal_posting_reversed", organisationId: platformId } }),
  ).toBe(1);

  const { jobId } = await postAgain(operator(), { dealId });
  await runToEnd(jobId, postAllocation);
  expect(await pool(dealId)).toEqual([0n]);
  expect((await allocationOf(allocationId)).postedAt).not.toBeNull();
  await sound(sealed);
  // And once more, all the way back.
  await reversePosting(operator(), { dealId, note: "Again" });
  await reverseFunding(operator(), { dealId, note: "Again" });
  expect(await owed(dealId)).toEqual([]);
  await sound(sealed);
});

test("a long posting is reversed by a job, once", async () => {
  const { dealId, allocationId } = await aSealedDeal();
  await fund(dealId);
  await postFunded(dealId);
  const { entryId } = await allocationOf(allocationId);
  const start = () =>
    transaction((tx) =>
      startJob(tx, AllocationJobs.unpost, {
        subject: allocationId,
        organisationId: null,
        personId: null,
        phases: UNPOST_PHASES,
        input: { dealId, entryId: entryId ?? "", reason: "Wrong deal", by: "user:per_operator" },
        now: new Date(),
      }),
    );
  await runToEnd(await start(), unpostAllocation);
  await runToEnd(await start(), unpostAllocation);
  expect((await owed(dealId)).sort()).toEqual(["bank", "deal_pool"]);
  const reversal = await db.prisma.entry.findFirstOrThrow({ where: { reversesId: entryId } });
  expect(reversal.actor).toBe("user:per_operator");
});

test("later transfers are reversed too, and the people who had the money get a notice", async () => {
  const sealed = await aSealedDeal();
  const { dealId, allocationId, bobId, seats } = sealed;
  const seat = `author:${seats[0]}`;
  const ofBob = async () => {
    const { _sum } = await db.prisma.line.aggregate({
      where: { holder: `person:${bobId}`, account: "payable", dealId },
      _sum: { minor: true },
    });
    return -(_sum.minor ?? 0n);
  };
  await fund(dealId);
  await postFunded(dealId);
  await releaseAuthorMoney(callAs(SYSTEM), { workId: "wrk_x", authorId: seats[0] ?? "", personId: bobId });
  const had = await ofBob();
  expect(had).toBeGreaterThan(0n);
  await reversePosting(operator(), { dealId, note: "Wrong deal" });
  expect(await ofBob()).toBe(0n);
  expect((await owed(dealId)).sort()).toEqual(["bank", "deal_pool"]);
  const answers = await db.prisma.entry.findMany({
    where: { cause: "split_accepted", causeId: seats[0] ?? "" },
    orderBy: { no: "asc" },
  });
  expect(answers.map(({ memo }) => memo)).toEqual([
    "Held for a co-author, who has now accepted",
    `Back from entry ${answers[0]?.no}, with the posting it came from: Wrong deal`,
  ]);
  await sound(sealed);

  await tellReversal(sealed);
  const told = await db.prisma.notice.findFirst({
    where: { kind: "share_taken_back", personId: bobId, link: `/me/payments/${allocationId}` },
  });
  expect(told?.params).toMatchObject({ amount: { minor: String(had) }, left: { minor: "0" } });

  const { jobId } = await postAgain(operator(), { dealId });
  await runToEnd(jobId, postAllocation);
  // The seat is Bob's by now, so he is paid immediately.
  expect(await ofBob()).toBe(had);
  expect(await db.prisma.line.count({ where: { holder: seat, dealId } })).toBeGreaterThan(0);
  await sound(sealed);
});

test("it is refused as a whole when money has left, and for everybody but the operator", async () => {
  const { dealId, bob, bobId, seats } = await aSealedDeal();
  await fund(dealId);
  await postFunded(dealId);
  const ask = { dealId, note: "Wrong deal" };
  await expect(reversePosting(callAs(bob), ask)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(reverseFunding(callAs(bob), ask)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(postAgain(callAs(bob), { dealId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await releaseAuthorMoney(callAs(SYSTEM), { workId: "wrk_x", authorId: seats[0] ?? "", personId: bobId });
  const holder = `person:${bobId}`;
  const { _sum } = await db.prisma.line.aggregate({
    where: { holder, account: "payable", dealId },
    _sum: { minor: true },
  });
  const minor = -(_sum.minor ?? 0n);
  // He has as much from elsewhere, which is not this deal's to take.
  await transaction((tx) =>
    postEntry(tx, {
      ...{ idempotencyKey: `test:${dealId}`, cause: "payout", causeId: dealId, memo: "Sent", actor: "test" },
      effectiveAt: new Date(),
      lines: [
        { account: "payable", holder, dealId, currency: "USD", minor },
        { account: "in_transit", holder, dealId, currency: "USD", minor: -minor },
        { account: "bank", holder: "remit", currency: "USD", minor },
        { account: "payable", holder, currency: "USD", minor: -minor },
      ],
    }),
  );
  const before = await db.prisma.entry.count();
  await expect(reversePosting(operator(), ask)).rejects.toMatchObject({
    code: "LEDGER_INSUFFICIENT",
    detail: { because: "money_moved_on", holders: 1 },
  });
  expect((await dealOf(dealId)).state).toBe("allocated");
  expect(await db.prisma.entry.count()).toBe(before);
});

test("a deal that is funded and does not go on the books is named by the doctor, after an hour", async () => {
  const { dealId } = await aSealedDeal();
  const named = async () => {
    const check = dealChecks.find(({ name }) => name === "funded deals are posted within an hour");
    return (await check?.run())?.faults.some((fault) => fault.includes(dealId));
  };
  const call = callAs(operatorActor(), { now: new Date(Date.now() - 2 * 3_600_000) });
  await confirmFunding(call, await paymentOf(dealId));
  expect(await named()).toBe(true);
  await recordDealFunding(callAs(SYSTEM), { dealId });
  await postFunded(dealId);
  expect(await named()).toBe(false);
});
