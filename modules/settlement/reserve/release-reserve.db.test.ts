import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { personIdOf } from "@/kernel/actor";
import { sum, sumOf } from "@/kernel/sum";
import { disputeDeal } from "@/modules/deals/operator/dispute-deal";
import { endDispute } from "@/modules/deals/operator/end-dispute";
import { dealFlow } from "@/modules/earnings/queries/deal-flow";
import { explainPayment } from "@/modules/earnings/queries/own-share";
import { ledgerChecks } from "@/modules/ledger/doctor";
import { reverseEntry } from "@/modules/ledger/reverse/reverse-entry";
import { fund, postFunded, runToEnd } from "@/test/factories/allocation";
import { operatorActor } from "@/test/factories/deals";
import { callAs } from "@/test/factories/parties";
import { aSealedDeal } from "@/test/factories/sealed-deal";
import { settlementChecks } from "../doctor";
import { reversePosting } from "../posting/reverse-posting";
import { releaseReserve, startReserveReleases } from "./release-reserve";

const operator = () => callAs(operatorActor());
const DUE = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
const on = async (dealId: string) =>
  Object.fromEntries(
    (await db.prisma.accountBalance.findMany({ where: { dealId } })).map((row) => [row.account, -row.minor]),
  );
const release = async () => {
  for (const jobId of await startReserveReleases(new Date())) await runToEnd(jobId, releaseReserve);
};

test("a reserve that is due is divided as the shares were, once; a dispute keeps it", async () => {
  const world = await aSealedDeal({ reserveBps: 1_000, reserveReleaseOn: DUE });
  const { dealId, allocationId, seats } = world;
  await fund(dealId);
  await postFunded(dealId);
  const before = await on(dealId);
  const reserve = before.reserve ?? 0n;
  expect(reserve).toBeGreaterThan(0n);
  const explained = () => explainPayment(callAs(world.ada), { allocationId });
  expect((await explained()).reserveRelease).toEqual({ on: DUE, at: null, amount: null });

  await disputeDeal(operator(), { dealId, note: "Wait" });
  await release();
  expect((await on(dealId)).reserve).toBe(reserve);
  await endDispute(operator(), { dealId, note: "Go on" });
  await release();
  await release();
  const after = await on(dealId);
  expect(after.reserve).toBe(0n);
  expect((after.payable ?? 0n) + (after.held ?? 0n)).toBe(
    (before.payable ?? 0n) + (before.held ?? 0n) + reserve,
  );
  const entries = await db.prisma.entry.findMany({ where: { cause: "reserve", causeId: allocationId } });
  expect(entries).toHaveLength(1);
  // Seats nobody accepted keep their part of it, in proportion to what they keep of the shares.
  const lines = await db.prisma.line.findMany({ where: { entryNo: entries[0]?.no ?? 0n } });
  const ofAda = lines.find(({ holder }) => holder === `person:${personIdOf(world.ada)}`);
  expect(lines.filter(({ holder }) => seats.map((id) => `author:${id}`).includes(holder))).toHaveLength(2);
  expect((await explained()).reserveRelease.amount?.minor).toBe(
    String(
      -sumOf(
        lines.filter((l) => l.holder === ofAda?.holder),
        (l) => l.minor,
      ),
    ),
  );
  for (const check of [...ledgerChecks, ...settlementChecks]) expect((await check.run()).faults).toEqual([]);
  const flow = () => dealFlow(callAs(world.platform.owner), { dealId });
  const parts = new Map((await flow()).parts.map(({ name, minor }) => [name, BigInt(minor)]));
  expect(parts.get("released")).toBe(reserve);
  expect(parts.get("payable")).toBe(before.payable);
  expect(parts.get("held")).toBe(before.held);
  expect(String(sum([...parts.values()]))).toBe((await flow()).grossMinor);

  await reverseEntry(operator(), { entryId: entries[0]?.id ?? "", reason: "Too soon" });
  expect((await explained()).reserveRelease.amount).toBeNull();
  expect((await flow()).parts.map(({ name }) => name)).not.toContain("released");
  expect((await on(dealId)).reserve).toBe(reserve);
});

test("a posting that is reversed takes what was released of its reserve with it", async () => {
  const { dealId } = await aSealedDeal({ reserveBps: 1_000, reserveReleaseOn: DUE });
  await fund(dealId);
  await postFunded(dealId);
  await release();
  expect((await on(dealId)).reserve).toBe(0n);
  await reversePosting(operator(), { dealId, note: "Wrong deal" });
  const { bank = 0n, deal_pool: pool, ...others } = await on(dealId);
  expect(pool).toBe(-bank);
  expect(Object.values(others).filter((minor) => minor !== 0n)).toEqual([]);
  for (const check of [...ledgerChecks, ...settlementChecks]) expect((await check.run()).faults).toEqual([]);
});

test("before its day nothing is released", async () => {
  const { dealId } = await aSealedDeal({ reserveBps: 500, reserveReleaseOn: "2099-01-01" });
  await fund(dealId);
  await postFunded(dealId);
  await release();
  expect((await on(dealId)).reserve).toBeGreaterThan(0n);
});
