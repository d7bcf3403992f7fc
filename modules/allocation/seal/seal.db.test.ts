import { expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { recordDealChoice } from "@/modules/consent/answers/deal-choice";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { getMyDeal } from "@/modules/deals/contributor/contributor-queries";
import { getDeal } from "@/modules/deals/queries";
import { myDealShares } from "@/modules/earnings/queries/deal-shares";
import { aClearance, anAllocation, aReadyManifest, sealAndPublish } from "@/test/factories/allocation";
import { somePersonTerms } from "@/test/factories/consent";
import { noticedDeal, reportedDeal } from "@/test/factories/deals";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { untilSomebodyWaits } from "@/test/factories/waiting";
import { manyVerifiedHandles } from "@/test/factories/works";
import { sealAllocation } from "./seal-allocation";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

/** A deal whose notice is long over, and Ann, who allows it. */
async function aWorld(make = noticedDeal) {
  const platform = await anOrganisation();
  const ann = await aPerson({ name: "Ann" });
  await manyVerifiedHandles(platform.id, [{ name: "ann", personId: ann.id }], LONG_AGO);
  await somePersonTerms(ann.id, "paid_anything", LONG_AGO);
  const call = callAs(platform.owner);
  const { id: dealId } = await make({ ...call, now: hoursAgo(240) });
  await aReadyManifest({ dealId, organisationId: platform.id }, [{ contributor: "ann", tokens: 100 }]);
  const split = async (asOf?: Date) => {
    const at = asOf === undefined ? {} : { asOf: asOf.toISOString() };
    const clearanceId = await aClearance(call, { dealId, ...at });
    return anAllocation(call, { dealId, clearanceId });
  };
  return { call, dealId, split, annId: ann.id, ann: callAs(await actorFor(ann.id)) };
}

test("a clearance older than a day is not sealed; a fresh one is, and its instant is the one contributors are shown", async () => {
  const { call, dealId, split, ann } = await aWorld();
  const stale = await split(hoursAgo(25));
  const fresh = hoursAgo(23);
  const allocationId = await split(fresh);
  await setTerms(ann, { scope: { kind: "person" }, preset: "never" });
  expect((await getMyDeal(ann, { dealId })).standings).toMatchObject([{ included: "no" }]);
  await expect(sealAllocation(call, { allocationId: stale })).rejects.toMatchObject({
    code: "CLEARANCE_TOO_OLD",
  });
  await sealAllocation({ ...call, idempotencyKey: undefined }, { allocationId });
  expect((await myDealShares(ann, { dealIds: [dealId] })).preparing).toEqual([dealId]);
  await sealAndPublish(call, allocationId);
  expect((await myDealShares(ann, { dealIds: [dealId] })).preparing).toEqual([]);
  expect((await getDeal(call, { dealId })).sealedAsOf).toBe(fresh.toISOString());
  expect((await getMyDeal(ann, { dealId })).standings).toMatchObject([
    { verdict: "cleared", included: "if_price_met" },
  ]);
  await expect(db.pool.query("UPDATE deal SET sealed_as_of = now() WHERE id = $1", [dealId])).rejects.toThrow(
    "stand",
  );
});

test("an answer that took effect after the clearance keeps it from being sealed, until it is cleared again", async () => {
  const { call, dealId, split, annId } = await aWorld();
  const allocationId = await split();
  // Given while the notice ran, by its clock, and committed only now: it counts from after what was already looked at.
  await transaction((tx) =>
    recordDealChoice(tx, {
      dealId,
      personId: annId,
      choice: "join",
      now: hoursAgo(240),
      by: `user:${annId}`,
    }),
  );
  await expect(sealAllocation(call, { allocationId })).rejects.toMatchObject({
    code: "ALLOCATION_NOT_SEALABLE",
    detail: { because: "answered_since" },
  });
  const again = await split();
  await sealAndPublish(call, again);
});

test("a notice given while the seal is under way is seen: what was cleared before it is not sealed", async () => {
  const { call, dealId, split } = await aWorld(reportedDeal);
  const allocationId = await split();
  const notice = await db.pool.connect();
  await notice.query("BEGIN");
  await notice.query(
    "UPDATE deal SET state = 'noticed', noticed_at = now(), notice_ends_at = now() WHERE id = $1",
    [dealId],
  );
  const sealing = sealAllocation(call, { allocationId }).then(
    () => null,
    (error: unknown) => error,
  );
  await untilSomebodyWaits(); // The seal is about to read the deal.
  await notice.query("COMMIT");
  notice.release();
  expect(await sealing).toMatchObject({
    code: "ALLOCATION_NOT_SEALABLE",
    detail: { because: "cleared_too_early" },
  });
});
