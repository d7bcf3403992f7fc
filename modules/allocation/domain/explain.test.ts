import { describe, expect, test } from "vitest";
import { decimalText, explainShare } from "./explain";

describe("the explanation of a share", () => {
  const ground = { distributableMinor: 1_000_000n, decimals: 2, admittedWeight: 3_000_000n, blocking: null };

  test("shows what lies below the cent", () => {
    const tiny = explainShare(
      { ...ground, admittedWeight: 7_000_000_000n },
      { outcome: "paid", tokens: 1n, weight: 1000n },
    );
    expect(tiny.exactMajor).toBe("0.00142857");
    expect(tiny.weightPercent).toBe("0.00001428");
  });

  test("of a third is a third", () => {
    const third = explainShare(ground, { outcome: "paid", tokens: 1000n, weight: 1_000_000n });
    expect(third.exactMajor).toBe("3333.33333333");
    expect(third.ratePerThousandMicros).toBe("3333333333");
    expect(third.neededMicros).toBeNull();
  });

  test("tells the refused what would have cleared them", () => {
    const refused = explainShare(ground, { outcome: "floor_not_met", tokens: 1000n, weight: 1_000_000n });
    expect(refused.exactMajor).toBe("0.00000000");
    expect(refused.neededMicros).toBe("2500000000"); // 10,000.00 ÷ (3 + 1) for 1,000 tokens
  });

  test("cuts, and never rounds up", () => {
    expect(decimalText(2n, 3n, 4)).toBe("0.6666");
    expect(decimalText(5n, 1n, 0)).toBe("5");
    expect(decimalText(1n, 1000n, 2)).toBe("0.00");
  });
});
