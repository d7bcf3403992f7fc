import { expect, test } from "vitest";
import { rowWeight, WEIGHT_ONE } from "@/modules/clearance/domain/weights";
import { unmeasured } from "./unmeasured";

test.each([
  ["quality", {}, "quality"],
  ["quality", { quality: "grade" }, null],
  ["score_log", { quality: "grade" }, "score"],
  ["score_log", { score: "points" }, null],
  ["per_token", {}, null],
  ["per_item", {}, null],
  ["equal", {}, null],
] as const)("%s with the columns %j misses %s", (weighting, columns, missing) => {
  expect(unmeasured(weighting, columns)).toBe(missing);
});

test("what is missing counts alike for every item", () => {
  for (const weighting of ["quality", "score_log"] as const)
    expect(rowWeight(weighting, { tokens: 7n, score: null, qualityPpm: null })).toBe(7n * WEIGHT_ONE);
});
