import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOf } from "@/kernel/sum";
import { countsOf, type FrozenDecision, type ItemStatus, isIncluded, rowVerdict, VERDICTS } from "./verdict";

const decision: fc.Arbitrary<FrozenDecision | null> = fc.option(
  fc.record({
    verdict: fc.constantFrom(...VERDICTS),
    reason: fc.constantFrom("allowed", "denied", "no_terms"),
    termsVersionId: fc.constantFrom("trm_1", "trm_2"),
  }),
);
const row = fc.record({
  status: fc.constantFrom<ItemStatus>("live", "removed", "deleted"),
  contributor: fc.option(fc.constantFrom("alice", "bob")),
});

describe("the verdict on a row", () => {
  test("never clears what is deleted, removed or names nobody, whatever the terms say", () => {
    fc.assert(
      fc.property(row, decision, decision, (item, own, override) => {
        const verdict = rowVerdict(item, own, override);
        if (item.status !== "live" || item.contributor === null) expect(verdict.verdict).toBe("refused");
        else expect(verdict).toEqual(override ?? own ?? verdict);
      }),
    );
  });

  test("of a handle nobody proved is unset, which only the platform's terms can include", () => {
    const verdict = rowVerdict({ status: "live", contributor: "alice" }, null, null);
    expect(verdict).toEqual({ verdict: "unset", reason: "handle_unclaimed", termsVersionId: null });
    expect(isIncluded("consent", "unset")).toBe(false);
    expect(isIncluded("platform_terms", "unset")).toBe(true);
    expect(isIncluded("platform_terms", "refused")).toBe(false);
  });

  test("a refusal is named in one order: deleted, removed, names nobody, then the terms", () => {
    expect(rowVerdict({ status: "deleted", contributor: null }, null, null).reason).toBe("item_deleted");
    expect(rowVerdict({ status: "removed", contributor: null }, null, null).reason).toBe("item_removed");
    expect(rowVerdict({ status: "live", contributor: null }, null, null).reason).toBe("unmatched");
  });
});

describe("counts", () => {
  test("verdicts add up to all rows, and included is what the basis covers", () => {
    const reason = fc.record({
      verdict: fc.constantFrom(...VERDICTS),
      reason: fc.constantFrom("a", "b"),
      rows: fc.bigInt(0n, 1000n),
      tokens: fc.bigInt(0n, 1000n),
      contributors: fc.bigInt(0n, 1000n),
    });
    fc.assert(
      fc.property(fc.array(reason), (reasons) => {
        const counts = countsOf(reasons, "consent");
        const all = sumOf(reasons, (entry) => entry.rows);
        expect(counts.cleared.rows + counts.refused.rows + counts.unset.rows).toBe(all);
        expect(counts.included).toEqual(counts.cleared);
        expect(countsOf(reasons, "platform_terms").included.rows).toBe(
          counts.cleared.rows + counts.unset.rows,
        );
      }),
    );
  });
});
