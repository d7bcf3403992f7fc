import { expect, test } from "vitest";
import { decimalText } from "./decimal";

const text = (units: bigint, decimals: number, decimalsMin = decimals, signed = false) =>
  decimalText(units, { decimals, decimalsMin, signed });

test("writes minor units exactly, grouped", () => {
  expect(text(123_450n, 2)).toBe("1,234.50");
  expect(text(1n, 2)).toBe("0.01");
  expect(text(0n, 2)).toBe("0.00");
  expect(text(1_234_567n, 0)).toBe("1,234,567");
  expect(text(12_345n, 3)).toBe("12.345");
});

test("writes the sign in front, and a plus only when asked", () => {
  expect(text(-5n, 2)).toBe("\u22120.05");
  expect(text(5n, 2, 2, true)).toBe("+0.05");
  expect(text(0n, 2, 2, true)).toBe("0.00");
});

test("leaves out trailing zeros behind the least decimals only", () => {
  expect(text(2_400n, 6, 2)).toBe("0.0024");
  expect(text(1_500_000n, 6, 2)).toBe("1.50");
  expect(text(1n, 6, 2)).toBe("0.000001");
});

test("stays exact far above what a number can hold", () => {
  expect(text(9_007_199_254_740_993_00n, 2)).toBe("9,007,199,254,740,993.00");
});

test("writes German with its own marks", () => {
  expect(decimalText(123_450n, { decimals: 2, decimalsMin: 2, signed: false }, "de")).toBe("1.234,50");
  expect(decimalText(2_400n, { decimals: 6, decimalsMin: 2, signed: false }, "de")).toBe("0,0024");
});
