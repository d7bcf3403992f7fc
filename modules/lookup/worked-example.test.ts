import { expect, test } from "vitest";
import { sumOf } from "@/kernel/sum";
import { splitMoney } from "@/modules/deals/domain/money/money-split";
import { workedExample } from "./worked-example";

const example = workedExample();
const minor = (money: { minor: string }) => BigInt(money.minor);

test("the example of the rules page is what the domain computes, and adds up to the cent", () => {
  const { gross, fee, retained, reserve, pool, distributable, paid, undistributed, rules } = example;
  const split = splitMoney({ grossMinor: minor(gross), ...rules });
  expect(split.poolMinor).toBe(minor(pool));
  expect(minor(fee) + minor(retained) + minor(reserve) + minor(distributable)).toBe(minor(gross));
  expect(minor(paid) + minor(undistributed)).toBe(minor(distributable));
  expect(sumOf(example.shares, (share) => minor(share.paid))).toBe(minor(paid));
});

test("it shows every rule: a cap, a price that is too high, cut cents and a leftover unit", () => {
  const outcomes = example.shares.map(({ outcome }) => outcome);
  expect(outcomes).toContain("capped");
  expect(outcomes).toContain("floor_not_met");
  expect(example.shares.some(({ leftover }) => leftover)).toBe(true);
  for (const share of example.shares.filter(({ exact }) => exact !== null)) {
    expect(share.exact?.split(".")[1]).toHaveLength(6);
    expect(minor(share.paid)).toBe(minor(share.base) + (share.leftover ? 1n : 0n));
  }
  const refused = example.shares.find(({ outcome }) => outcome === "floor_not_met");
  expect(BigInt(refused?.neededMicros ?? 0)).toBeLessThan(BigInt(refused?.floorMicros ?? 0));
});
