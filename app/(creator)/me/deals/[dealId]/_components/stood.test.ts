import { expect, test } from "vitest";
import { presenceOf, stoodOf, summaryOf } from "./stood";

const atPrice = { name: "Slow-Heron", included: "if_price_met" } as const;
const standing: Parameters<typeof summaryOf>[0]["standings"][number] = {
  ...atPrice,
  handleId: "hdl_1",
  disputed: false,
  verdict: "cleared",
  reason: "allowed",
  words: "Your terms allow it.",
  floor: null,
  decidedBy: null,
};
const line = (outcome: "paid" | "floor_not_met") => [{ contributor: "slow-heron", outcome }];

test("before the split a price is a condition; afterwards it was met or not", () => {
  expect(stoodOf(atPrice, [])).toBe("if_price_met");
  expect(stoodOf(atPrice, line("paid"))).toBe("yes");
  expect(stoodOf(atPrice, line("floor_not_met"))).toBe("no");
  expect(stoodOf({ name: "slow-heron", included: "no" }, line("paid"))).toBe("no");
});

test("the sentence follows the split, and an answer goes before it", () => {
  const deal = (choice: "neutral" | "join" | "object") => ({
    state: "noticed" as const,
    choice: { choice },
    standings: [standing],
  });
  expect(summaryOf(deal("neutral"), [])).toBe("price");
  expect(summaryOf(deal("neutral"), line("paid"), "some")).toBe("in");
  expect(summaryOf(deal("neutral"), line("floor_not_met"))).toBe("below");
  expect(summaryOf(deal("join"), line("paid"), "some")).toBe("joined");
  expect(summaryOf(deal("join"), [])).toBe("joinedUnknown");
  expect(summaryOf(deal("object"), [])).toBe("objected");
});

test("nobody is in a deal that holds nothing of theirs, as far as that is known", () => {
  const deal = {
    state: "noticed" as const,
    choice: { choice: "neutral" as const },
    standings: [{ ...standing, included: "yes" as const }],
  };
  const open = { sealedAt: null };
  const sealed = { sealedAt: "2026-01-01T00:00:00.000Z" };
  const known = (more: Partial<Parameters<typeof presenceOf>[1]>) => ({
    ...{ line: null, estimate: null, preparing: false },
    ...more,
  });
  expect(presenceOf(open, known({}))).toBe("unknown");
  expect(presenceOf(open, known({ line: null, estimate: { standing: "absent" } }))).toBe("none");
  expect(presenceOf(open, known({ line: null, estimate: { standing: "out" } }))).toBe("some");
  expect(presenceOf(sealed, known({ line: null, estimate: null }))).toBe("none");
  expect(presenceOf(sealed, known({ preparing: true }))).toBe("unknown");
  expect(presenceOf(sealed, known({ line: {} }))).toBe("some");
  expect(summaryOf(deal, [], "unknown")).toBe("allowed");
  expect(summaryOf(deal, [], "some")).toBe("in");
  expect(summaryOf(deal, [], "none")).toBe("absent");
  for (const presence of ["some", "none", "unknown"] as const)
    expect(summaryOf({ ...deal, state: "cancelled" }, [], presence)).toBe("cancelled");
});
