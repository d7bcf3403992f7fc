import { beforeAll, describe, expect, test } from "vitest";
import { verifyDocument } from "@/infra/crypto/signer";
import { db } from "@/infra/db/db";
import { sumOf } from "@/kernel/sum";
import { clearance } from "@/modules/clearance/queries";
import { runClearance } from "@/modules/clearance/run/run-clearance";
import { setOrganisationState } from "@/modules/parties/organisations/set-organisation-state";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import { startPosting } from "@/modules/settlement/posting/start-posting";
import {
  aClearance,
  anAllocation,
  aReadyManifest,
  fund,
  postFunded,
  runToEnd,
  sealAndPublish,
} from "@/test/factories/allocation";
import { aPersonActor, somePersonTerms } from "@/test/factories/consent";
import { noticedDeal } from "@/test/factories/deals";
import { anOrganisation, aPerson, callAs, SYSTEM } from "@/test/factories/parties";
import { manyVerifiedHandles } from "@/test/factories/works";
import { allocation as getAllocation } from "../queries/allocation";
import { publishShares } from "../seal/publish-shares";
import { sealAllocation } from "../seal/seal-allocation";
import { runAllocation } from "./run-allocation";

/** As awkward as a name may be: nothing in it may be taken for a sign of a file we write. */
const DAVE = 'd\\\\ave, "\\N"';
const LONG_AGO = new Date("2026-01-01T00:00:00Z");

async function aWorld(over: Parameters<typeof noticedDeal>[1] = {}) {
  const platform = await anOrganisation();
  const people = await Promise.all(["alice", "bob", "carol"].map((name) => aPerson({ name })));
  const [alice, bob, carol] = people.map((person) => person.id) as [string, string, string];
  await manyVerifiedHandles(
    platform.id,
    [
      { name: "alice", personId: alice },
      { name: "bob", personId: bob },
      { name: "carol", personId: carol },
    ],
    LONG_AGO,
  );
  await somePersonTerms(alice, "paid_anything", LONG_AGO);
  await somePersonTerms(bob, "paid_anything", LONG_AGO);
  await somePersonTerms(carol, "never", LONG_AGO);
  const call = callAs(platform.owner);
  const earlier = new Date(Date.now() - 10 * 86_400_000);
  const deal = await noticedDeal({ ...call, now: earlier }, over);
  const rows = [
    ...Array.from({ length: 3 }, () => ({ contributor: "alice", tokens: 100 })),
    { contributor: "bob", tokens: 50 },
    { contributor: "carol", tokens: 70 },
    { contributor: DAVE, tokens: 30 },
    { contributor: null, tokens: 10 },
    { contributor: "alice", tokens: 5, status: "deleted" as const },
    { contributor: "bob", tokens: 6, status: "removed" as const },
  ];
  const manifestId = await aReadyManifest({ dealId: deal.id, organisationId: platform.id }, rows);
  return { platform, call, deal, manifestId, alice, bob, carol };
}

describe("a clearance", () => {
  test("counts every row once, says why, and gives the same digest again", async () => {
    const { call, deal } = await aWorld();
    const first = await clearance(call, { clearanceId: await aClearance(call, { dealId: deal.id }) });
    expect(first.counts).toMatchObject({
      cleared: { rows: "4", tokens: "350", contributors: "2" },
      included: { rows: "4" },
    });
    const why = Object.fromEntries((first.reasons ?? []).map((entry) => [entry.reason, entry.rows]));
    expect(why).toMatchObject({
      item_deleted: "1",
      item_removed: "1",
      unmatched: "1",
      handle_unclaimed: "1",
    });
    const again = await clearance(call, {
      clearanceId: await aClearance(call, { dealId: deal.id, asOf: first.asOf }),
    });
    expect(again.digest).toBe(first.digest);
    expect(again.consentDigest).toBe(first.consentDigest);
    const signed = await verifyDocument(first.certificate ?? "");
    expect(signed.content).toMatchObject({ digest: first.digest, asOf: first.asOf, counts: first.counts });
  });

  test("as of the future is refused, as another party not found, without the scope refused", async () => {
    const { call, deal, platform } = await aWorld();
    await expect(runClearance(call, { dealId: deal.id, asOf: "2999-01-01T00:00:00Z" })).rejects.toMatchObject(
      { code: "INVALID_INPUT" },
    );
    const other = await anOrganisation();
    await expect(runClearance(callAs(other.owner), { dealId: deal.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const reader = {
      kind: "apiKey",
      keyId: "k",
      scopes: ["clearance:read"],
      personId: null,
      membership: { organisationId: platform.id, kind: "platform", role: "owner" },
    } as const;
    await expect(runClearance(callAs(reader), { dealId: deal.id })).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
  });

  test("the same idempotency key asks once, and the event is there", async () => {
    const { platform, deal } = await aWorld();
    const call = callAs(platform.owner, { idempotencyKey: "clear-once" });
    const first = await runClearance(call, { dealId: deal.id });
    expect(await runClearance(call, { dealId: deal.id })).toEqual(first);
    const events = await db.prisma.outboxEvent.findMany({ where: { type: "clearance.requested" } });
    expect(events.filter((event) => (event.payload as { dealId: string }).dealId === deal.id)).toHaveLength(
      1,
    );
  });
});

describe("an allocation", () => {
  let world: Awaited<ReturnType<typeof aWorld>>;
  let allocationId: string;
  beforeAll(async () => {
    world = await aWorld({ weighting: "per_token", reserveBps: 1000, reserveReleaseOn: "2030-01-01" });
    await aClearance(world.call, { dealId: world.deal.id });
    allocationId = await anAllocation(world.call, { dealId: world.deal.id });
  });

  test("divides all of it, gives the same digest again, and what-ifs are marked", async () => {
    const first = await getAllocation(world.call, { allocationId });
    const sum = sumOf([first.fee, first.retained, first.reserve, first.paid], (part) =>
      BigInt(part?.minor ?? 0),
    );
    expect(sum).toBe(BigInt(first.gross.minor));
    expect(first.totals).toMatchObject({ contributors: "2", tokens: "350" });
    const again = await getAllocation(world.call, {
      allocationId: await anAllocation(world.call, { dealId: world.deal.id }),
    });
    expect(again.digest).toBe(first.digest);
    const other = await getAllocation(world.call, {
      allocationId: await anAllocation(world.call, {
        dealId: world.deal.id,
        weighting: "equal",
        capBps: 5000,
      }),
    });
    expect(other.whatIf).toBe(true);
    await expect(sealAllocation(world.call, { allocationId: other.id })).rejects.toMatchObject({
      code: "ALLOCATION_NOT_SEALABLE",
    });
    const scored = await getAllocation(world.call, {
      allocationId: await anAllocation(world.call, { dealId: world.deal.id, weighting: "score_log" }),
    });
    expect(scored.state).toBe("succeeded");
    expect(scored.totalWeight).toBe(first.totalWeight);
  });

  test("another party finds nothing, a reader may not run it", async () => {
    const other = await anOrganisation();
    await expect(getAllocation(callAs(other.owner), { allocationId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(runAllocation(callAs(other.owner), { dealId: world.deal.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(sealAllocation(callAs(other.owner), { allocationId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("is sealed, loaded, funded and posted once, whatever is run again", async () => {
    const { call, deal, alice, bob } = world;
    await sealAndPublish(call, allocationId);
    const again = await sealAllocation(call, { allocationId });
    await db.prisma.jobRun.update({ where: { id: again.jobId }, data: { state: "queued" } });
    await runToEnd(again.jobId, publishShares);
    expect(await db.prisma.allocationShare.count({ where: { allocationId } })).toBe(2);

    await fund(deal.id);
    await postFunded(deal.id);
    const { jobId } = await startPosting(callAs(SYSTEM), { dealId: deal.id });
    await db.prisma.jobRun.update({ where: { id: jobId ?? "" }, data: { state: "queued" } });
    await runToEnd(jobId ?? "", postAllocation);
    expect(await db.prisma.entry.count({ where: { cause: "allocation", causeId: allocationId } })).toBe(1);

    const posted = await getAllocation(call, { allocationId });
    expect(posted.postedAt).not.toBeNull();
    const entry = await db.prisma.entry.findFirstOrThrow({
      where: { cause: "allocation", causeId: allocationId },
    });
    const lines = await db.prisma.line.findMany({ where: { entryNo: entry.no } });
    expect(sumOf(lines, (line) => line.minor)).toBe(0n);
    const payable = (person: string) => lines.find((line) => line.holder === `person:${person}`)?.minor;
    expect((payable(alice) ?? 0n) + (payable(bob) ?? 0n)).toBe(-BigInt(posted.paid?.minor ?? 0));
    expect((await db.prisma.deal.findUniqueOrThrow({ where: { id: deal.id } })).state).toBe("allocated");
    await expect(
      db.prisma.$executeRaw`UPDATE allocation_share SET minor = 1 WHERE allocation_id = ${allocationId}`,
    ).rejects.toThrow("insert-only");
  });

  test("a platform that is not verified may not seal", async () => {
    const { call, deal, platform } = await aWorld();
    await aClearance(call, { dealId: deal.id });
    const allocationId = await anAllocation(call, { dealId: deal.id });
    const of = { organisationId: platform.id, reason: "test" };
    await setOrganisationState(callAs(SYSTEM), { ...of, state: "unverified" });
    await expect(sealAllocation(call, { allocationId })).rejects.toMatchObject({
      code: "ORGANISATION_UNVERIFIED",
    });
    await setOrganisationState(callAs(SYSTEM), { ...of, state: "verified" });
    expect(await sealAllocation(call, { allocationId })).toMatchObject({ id: allocationId });
  });

  test("an old sign-in may not seal", async () => {
    const actor = { ...aPersonActor(), signedInAt: LONG_AGO };
    await expect(sealAllocation(callAs(actor), { allocationId })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
  });
});

describe("under the platform's terms", () => {
  test("what is unset is included, a refusal never, and nobody's share is unclaimed under the handle", async () => {
    const { call, deal, platform } = await aWorld({
      basis: "platform_terms",
      weighting: "per_item",
      noticeDays: 7,
    });
    await aClearance(call, { dealId: deal.id });
    const id = await anAllocation(call, { dealId: deal.id });
    await sealAndPublish(call, id);
    await fund(deal.id);
    await postFunded(deal.id);
    const entry = await db.prisma.entry.findFirstOrThrow({ where: { causeId: id } });
    const lines = await db.prisma.line.findMany({ where: { entryNo: entry.no } });
    const unclaimed = lines.filter((line) => line.account === "unclaimed");
    expect(unclaimed.map((line) => line.holder)).toEqual([`handle:${platform.id}:${DAVE}`]);
    expect(lines.some((line) => line.holder.includes("carol"))).toBe(false);
  });
});
