import { expect, test } from "vitest";
import { sum, sumOf } from "./sum";

test("amounts add up exactly, past what a number can hold", () => {
  expect(sum([2n ** 60n, 1n, -3n])).toBe(2n ** 60n - 2n);
  expect(sumOf([{ minor: 2n ** 60n }, { minor: 1n }], ({ minor }) => minor)).toBe(2n ** 60n + 1n);
});

test("none of them make zero", () => {
  expect([sum([]), sumOf([], () => 1n)]).toEqual([0n, 0n]);
});
