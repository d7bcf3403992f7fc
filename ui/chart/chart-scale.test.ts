import { expect, test } from "vitest";
import { fraction, ticksUpTo, tickText } from "./chart-scale";

test("ticks are round, start at zero and reach the most", () => {
  expect(ticksUpTo(0n)).toEqual([0n]);
  expect(ticksUpTo(3n)).toEqual([0n, 1n, 2n, 3n]);
  expect(ticksUpTo(97n)).toEqual([0n, 50n, 100n]);
  expect(ticksUpTo(400n)).toEqual([0n, 100n, 200n, 300n, 400n]);
  for (const max of [1n, 7n, 12_345n, 999_999_999_999n]) {
    const ticks = ticksUpTo(max);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect((ticks.at(-1) ?? 0n) >= max).toBe(true);
  }
});

test("a tick of whole units leaves the decimals out, another does not", () => {
  expect(tickText(500_000n, { currency: "USD" }, "de")).toBe("5.000");
  expect(tickText(50n, { currency: "USD" }, "en")).toBe("0.50");
});

test("a fraction of nothing is nothing", () => {
  expect(fraction(5n, 0n)).toBe(0);
  expect(fraction(1n, 3n)).toBeCloseTo(0.333333, 6);
});
