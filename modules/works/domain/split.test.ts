import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { payableShares, percent, SPLIT_TOTAL_BPS, splitFaults } from "./split";

/** Positive parts that sum to 10,000: cut points of the whole. */
const goodSplit = fc
  .uniqueArray(fc.integer({ min: 1, max: SPLIT_TOTAL_BPS - 1 }), { maxLength: 12 })
  .map((cuts) => {
    const points = [0, ...cuts.sort((a, b) => a - b), SPLIT_TOTAL_BPS];
    return points.slice(1).map((point, index) => ({ shareBps: point - (points[index] ?? 0) }));
  });

describe("splits", () => {
  test("every way to cut the whole into positive parts is accepted", () => {
    fc.assert(
      fc.property(goodSplit, (authors) => {
        expect(splitFaults(authors)).toEqual([]);
      }),
    );
  });

  test("moving one share by any amount is refused and says by how much", () => {
    fc.assert(
      fc.property(
        goodSplit,
        fc.nat(),
        fc.integer({ min: 1, max: 500 }),
        fc.boolean(),
        (authors, at, by, up) => {
          const index = at % authors.length;
          const moved = authors.map((a, i) => (i === index ? { shareBps: a.shareBps + (up ? by : -by) } : a));
          expect(splitFaults(moved).length).toBeGreaterThan(0);
        },
      ),
    );
    expect(splitFaults([{ shareBps: 5000 }, { shareBps: 4999 }])[0]?.message).toContain(
      "0.01% is not assigned",
    );
    expect(splitFaults([{ shareBps: 9000 }, { shareBps: 2550 }])[0]?.message).toContain("15.5% is too much");
  });

  test.each([[0], [-1], [1.5], [Number.NaN], [10_001]])("a share of %d names its field", (shareBps) => {
    expect(splitFaults([{ shareBps: 5000 }, { shareBps }])[0]?.path).toBe("authors.1.shareBps");
  });

  test("accepted and held shares are the whole, whatever was answered", () => {
    const state = fc.constantFrom("proposed", "accepted", "declined");
    fc.assert(
      fc.property(goodSplit, fc.infiniteStream(state), (authors, states) => {
        const answered = authors.map((a) => ({ ...a, state: states.next().value ?? "proposed" }));
        const { acceptedBps, heldBps } = payableShares(answered);
        expect(acceptedBps + heldBps).toBe(SPLIT_TOTAL_BPS);
        expect(heldBps).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("percent is written without idle zeros", () => {
    expect([1, 50, 100, 2550, 10_000].map(percent)).toEqual(["0.01", "0.5", "1", "25.5", "100"]);
  });
});
