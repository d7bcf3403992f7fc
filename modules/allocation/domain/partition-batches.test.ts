import { expect, test } from "vitest";
import { growingBatches } from "./partition-batches";

test("parts double up to the most, and together are the items in order", () => {
  const items = Array.from({ length: 1_000 }, (_, i) => i);
  const parts = [...growingBatches(items, { first: 25, max: 400 })];
  expect(parts.map((part) => part.length)).toEqual([25, 50, 100, 200, 400, 225]);
  expect(parts.flat()).toEqual(items);
  expect([...growingBatches([], { first: 25, max: 400 })]).toEqual([]);
});
