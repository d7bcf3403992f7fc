import { expect, test } from "vitest";
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
