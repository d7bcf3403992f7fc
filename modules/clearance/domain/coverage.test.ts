import { describe, expect, test } from "vitest";
import { sumOf } from "@/kernel/sum";
import { coverageOf, groupsOf } from "./coverage";
import type { ReasonTally } from "./verdict";

const tally = (
  verdict: ReasonTally["verdict"],
  reason: string,
  rows: bigint,
  tokens: bigint,
): ReasonTally => ({
  verdict,
  reason,
  rows,
  tokens,
  contributors: reason === "unmatched" ? 0n : 1n,
});
const TALLIES = [
  tally("refused", "unmatched", 1n, 10n),
  tally("refused", "item_deleted", 2n, 20n),
  tally("refused", "denied", 3n, 30n),
  tally("refused", "attribution", 1n, 7n),
  tally("unset", "handle_unclaimed", 4n, 40n),
  tally("cleared", "allowed", 5n, 53n),
];

describe("the coverage of a clearance", () => {
  const of = (weighting: "per_token" | "per_item" | "equal", basis: "consent" | "platform_terms") =>
    coverageOf(TALLIES, { basis, weighting, poolMinor: 1000n });

  test("keeps answers apart from rows that name nobody and items that are gone", () => {
    const { groups } = of("per_token", "consent");
    expect(groups.map(({ group, rows, included }) => [group, rows, included])).toEqual([
      ["cleared", 5n, true],
      ["unset", 4n, false],
      ["refused", 4n, false],
      ["unmatched", 1n, false],
      ["deleted", 2n, false],
    ]);
  });

  test("divides the whole pool over all rows, to the smallest unit, whatever it is measured by", () => {
    for (const weighting of ["per_token", "per_item", "equal"] as const) {
      const { groups, reasons } = of(weighting, "consent");
      expect(sumOf(groups, (group) => group.minor)).toBe(1000n);
      expect(sumOf(reasons, (reason) => reason.minor)).toBe(1000n);
    }
    expect(of("per_token", "consent").groups[0]?.minor).toBe(331n); // 53 of 160 tokens
    expect(of("per_item", "consent").measure).toBe("rows");
    expect(of("equal", "consent").groups.find(({ group }) => group === "unmatched")?.minor).toBe(0n);
  });

  test("names the party that could change each exclusion; silence is in under the platform’s own terms", () => {
    const { reasons, groups } = of("per_token", "platform_terms");
    expect(Object.fromEntries(reasons.map(({ reason, mender }) => [reason, mender]))).toEqual({
      allowed: null,
      handle_unclaimed: "invitation",
      denied: "contributor",
      attribution: "deal",
      unmatched: "file",
      item_deleted: "nobody",
    });
    expect(groups.find(({ group }) => group === "unset")?.included).toBe(true);
  });

  test("of nothing is nothing", () => {
    expect(coverageOf([], { basis: "consent", weighting: "equal", poolMinor: 5n }).reasons).toEqual([]);
  });
});

test("a row is counted in one group, and refused is only who said no", () => {
  for (const basis of ["consent", "platform_terms"] as const) {
    const groups = groupsOf(TALLIES, basis);
    const rows = (of: (group: (typeof groups)[number]) => boolean) =>
      sumOf(groups.filter(of), (group) => group.rows);
    expect(rows(() => true)).toBe(sumOf(TALLIES, ({ rows }) => rows));
    expect(rows(({ group }) => group === "refused")).toBe(4n); // Three denials and a condition, not the deleted ones.
    expect(rows(({ included }) => included)).toBe(basis === "consent" ? 5n : 9n);
  }
});
