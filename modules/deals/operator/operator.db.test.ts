import { describe, expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import { callAt, dealWorld, eventsOf, later, memberOf } from "@/test/factories/deal-world";
import { draftDeal, fundedDeal, paymentOf, sealedDeal } from "@/test/factories/deals";
import { markAllocated, markUnfunded } from "../doors/advance-deal";
import { reportDeal } from "../platform/report-deal";
import { listDeals } from "../queries";
import { confirmFunding } from "./confirm-funding";
import { disputeDeal } from "./dispute-deal";
import { endDispute } from "./end-dispute";

const { forum, lab, platform, stranger, labMember, operatorCall } = await dealWorld();

describe("the operator", () => {
  test("confirms funding with a reference, once, after a recent sign-in; nobody else does", async () => {
    const { id } = await sealedDeal(platform);
    const input = { ...(await paymentOf(id)), reference: "WIRE-7" };
    await expect(confirmFunding(platform, input)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(confirmFunding(stranger, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(confirmFunding(callAt(operatorCall.actor, later(1)), input)).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await expect(confirmFunding(operatorCall, { ...input, reference: " " })).rejects.toMatchObject({
      faults: [{ path: "reference" }],
    });
    const call = { ...operatorCall, idempotencyKey: "fund-1" };
    const funded = await confirmFunding(call, input);
    expect(funded).toMatchObject({ state: "funded", fundingReference: "WIRE-7" });
    expect(await confirmFunding(call, input)).toEqual(funded);
    await expect(confirmFunding(operatorCall, input)).rejects.toMatchObject({ code: "DEAL_STATE" });
    const event = await db.prisma.outboxEvent.findFirstOrThrow({
      where: { type: "deals.funded", payload: { path: ["dealId"], equals: id } },
    });
    expect(event.payload).toMatchObject({ currency: "USD", minor: "100000000", reference: "WIRE-7" });
  });

  test("confirms one deal with one payment, of the exact amount; a reversed confirmation gives its reference back", async () => {
    const [one, two] = [await sealedDeal(platform), await sealedDeal(platform)];
    const first = { ...(await paymentOf(one.id)), reference: "RF18 5390-0754" };
    const second = { ...(await paymentOf(two.id)), reference: "rf18 53900754" };
    for (const [over, path] of [
      [{ received: "999999.99" }, "received"],
      [{ received: "1,000,000.01" }, "received"],
      [{ received: "a million" }, "received"],
      [{ valueDate: "2026-02-28" }, "valueDate"],
      [{ valueDate: "2026-03-02" }, "valueDate"],
    ] as const)
      await expect(confirmFunding(operatorCall, { ...first, ...over })).rejects.toMatchObject({
        code: "INVALID_INPUT",
        faults: [{ path }],
      });
    const outcomes = await Promise.allSettled([
      confirmFunding(operatorCall, first),
      confirmFunding(operatorCall, second),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [paid, unpaid] = outcomes[0]?.status === "fulfilled" ? [first, second] : [second, first];
    await expect(confirmFunding(operatorCall, unpaid)).rejects.toMatchObject({
      detail: { because: "reference_used", dealId: paid.dealId },
      faults: [{ path: "reference" }],
    });
    await transaction((tx) => markUnfunded(tx, { dealId: paid.dealId, note: "Wrong deal", now: later(0) }));
    expect(await confirmFunding(operatorCall, unpaid)).toMatchObject({
      state: "funded",
      fundingValueDate: "2026-03-01",
    });
  });

  test("freezes a deal and lets it go on where it was", async () => {
    const { id } = await fundedDeal(platform);
    const dispute = { dealId: id, note: "The licensee says it paid twice." };
    await expect(disputeDeal(platform, dispute)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    expect(await disputeDeal(operatorCall, dispute)).toMatchObject({
      state: "disputed",
      disputedFrom: "funded",
      disputeReason: dispute.note,
    });
    const allocate = () => transaction((tx) => markAllocated(tx, { dealId: id, now: later(1) }));
    await expect(allocate()).rejects.toMatchObject({ code: "DEAL_STATE" });
    await expect(endDispute(stranger, { dealId: id, note: "n" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await endDispute(operatorCall, { dealId: id, note: "It paid once." })).toMatchObject({
      state: "funded",
      disputedFrom: null,
    });
    expect((await allocate()).state).toBe("allocated");
    expect((await allocate()).state).toBe("allocated");
    expect(await eventsOf(id)).toHaveLength(8);
    expect(await eventsOf(id)).toEqual(
      expect.arrayContaining(["deals.sealed", "deals.disputed", "deals.dispute_ended", "deals.allocated"]),
    );
  });
});

describe("lists of deals", () => {
  test("show each party its own, page by page, and filter", async () => {
    const id = newId("organisation", later(0));
    const facts = { kind: "platform", name: "Third", slug: id, state: "verified", createdAt: later(0) };
    await db.prisma.organisation.create({ data: { id, ...facts } });
    const mine = callAt(memberOf(id, "platform"));
    const made: string[] = [];
    for (let i = 0; i < 3; i++)
      made.push((await draftDeal({ ...mine, now: later(i) }, { title: `Deal ${i}` })).id);
    const first = await listDeals(mine, { limit: 2 });
    expect(first.items.map((deal) => deal.id)).toEqual([made[2], made[1]]);
    const rest = await listDeals(mine, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([rest.items.map((deal) => deal.id), rest.nextCursor]).toEqual([[made[0]], null]);
    await reportDeal(mine, { dealId: made[0] ?? "" });
    expect((await listDeals(mine, { state: "reported,sealed" })).items).toHaveLength(1);
    expect((await listDeals(mine, { q: "deal 1" })).items.map((deal) => deal.id)).toEqual([made[1]]);
    await expect(listDeals(mine, { organisationId: forum })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listDeals(mine, { state: "lost" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect((await listDeals(stranger, {})).items.some((deal) => made.includes(deal.id))).toBe(false);
    expect((await listDeals(operatorCall, { q: made[1] ?? "" })).items).toHaveLength(1);
    expect((await listDeals(labMember, {})).items.every((deal) => deal.licensee.id === lab)).toBe(true);
  });
});
