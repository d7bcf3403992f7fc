import { expect, test } from "vitest";
import { RunAllocationRequest } from "./schema/allocation";

const RULES = ["contributorShareBps", "reserveBps", "capBps"] as const;
const ask = (rule: string, value: unknown) =>
  RunAllocationRequest.safeParse({ dealId: "deal_1", [rule]: value });

test("a rule to try is a whole number of basis points, and nothing else is taken for one", () => {
  for (const rule of RULES) {
    for (const value of [1, 2_500, 10_000]) expect(ask(rule, value).success, `${rule}: ${value}`).toBe(true);
    for (const value of [false, true, "", "50", [], 0.5, -1, 10_001])
      expect(ask(rule, value).success, `${rule}: ${JSON.stringify(value)}`).toBe(false);
  }
});

test("null is no cap, and no share", () => {
  expect(ask("capBps", null).success).toBe(true);
  expect(ask("capBps", 0).success).toBe(false);
  expect(ask("contributorShareBps", null).success).toBe(false);
  expect(ask("reserveBps", null).success).toBe(false);
});
