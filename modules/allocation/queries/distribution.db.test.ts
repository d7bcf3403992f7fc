import { beforeAll, describe, expect, test } from "vitest";
import { sumOf } from "@/kernel/sum";
import { clearanceCoverage } from "@/modules/clearance/coverage";
import { aClearance, anAllocation, aReadyManifest } from "@/test/factories/allocation";
import { noticedDeal } from "@/test/factories/deals";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { computeAndDescribe } from "../run/describe-allocation";
import { allocation } from "./allocation";
import { allocationComparison, allocationDistribution } from "./distribution";

/** 200 people: one with 100 items of 1,000 tokens, the others with one item of 10; silence is in under the platform's terms. */
async function aWorld() {
  const platform = await anOrganisation();
  const call = callAs(platform.owner);
  const earlier = new Date(Date.now() - 10 * 86_400_000);
  const deal = await noticedDeal(
    { ...call, now: earlier },
    { basis: "platform_terms", weighting: "per_token", noticeDays: 7 },
  );
  const rows = [
    ...Array.from({ length: 100 }, () => ({ contributor: "much", tokens: 1000 })),
    ...Array.from({ length: 199 }, (_, n) => ({ contributor: `little-${n}`, tokens: 10 })),
    { contributor: null, tokens: 500 },
  ];
  await aReadyManifest({ dealId: deal.id, organisationId: platform.id }, rows);
  const clearanceId = await aClearance(call, { dealId: deal.id });
  const own = await anAllocation(call, { dealId: deal.id });
  const equal = await anAllocation(call, { dealId: deal.id, weighting: "equal" });
  return { call, clearanceId, own, equal };
}

describe("how the money of a split lies", () => {
  let world: Awaited<ReturnType<typeof aWorld>>;
  beforeAll(async () => {
    world = await aWorld();
  });

  test("counts everybody once and every unit once", async () => {
    const { call, own } = world;
    const split = await allocation(call, { allocationId: own });
    const found = await allocationDistribution(call, { allocationId: own });
    expect(found).toMatchObject({ people: "200", totalMinor: split.paid?.minor, top: { people: "2" } });
    const buckets = found?.buckets ?? [];
    const sum = (what: "people" | "minor") => String(sumOf(buckets, (bucket) => BigInt(bucket[what])));
    expect(sum("people")).toBe("200");
    expect(sum("minor")).toBe(split.paid?.minor);
    expect(buckets.slice(1).every((bucket, at) => bucket.fromMinor === buckets[at]?.toMinor)).toBe(true);
    const { p10, median, p90, max } = found?.quantiles ?? { p10: "", median: "", p90: "", max: "" };
    expect(BigInt(p10)).toBeLessThanOrEqual(BigInt(median));
    expect(BigInt(max)).toBeGreaterThan(BigInt(p90) * 1000n);
    expect(await allocationDistribution(call, { allocationId: own })).toEqual(found);
  });

  test("who gains and who loses by other rules adds up to the difference", async () => {
    const { call, own, equal } = world;
    const found = await allocationComparison(call, { allocationId: equal, withId: own });
    expect(found).toMatchObject({ gain: { people: "199" }, lose: { people: "1" }, same: { people: "0" } });
    expect(found?.gain.minor).toBe(found?.lose.minor); // The pool is the same.
    expect(found?.groups.map(({ fromItems, toItems, people }) => [fromItems, toItems, people])).toEqual([
      ["1", "1", "199"],
      ["100", "999", "1"],
    ]);
    const back = await allocationComparison(call, { allocationId: own, withId: equal });
    expect(back?.lose.people).toBe("199");
  });

  test("is nobody else's to see, and only splits of one deal are compared", async () => {
    const { own, equal } = world;
    const stranger = callAs((await anOrganisation()).owner);
    await expect(allocationDistribution(stranger, { allocationId: own })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(allocationComparison(stranger, { allocationId: equal, withId: own })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(computeAndDescribe.ended).toBeDefined();
  });

  test("the coverage of its clearance has every row, and its parts are the pool", async () => {
    const { call, clearanceId, own } = world;
    const coverage = await clearanceCoverage(call, { clearanceId });
    expect(Object.fromEntries(coverage.groups.map(({ group, rows }) => [group, rows]))).toMatchObject({
      unset: "299",
      unmatched: "1",
    });
    const sum = sumOf(coverage.groups, (group) => BigInt(group.money.minor));
    expect(String(sum)).toBe(coverage.pool.minor);
    expect((await allocation(call, { allocationId: own })).distributable).toEqual(coverage.pool);
    await expect(
      clearanceCoverage(callAs((await anOrganisation()).owner), { clearanceId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
