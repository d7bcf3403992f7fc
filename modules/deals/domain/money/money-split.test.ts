import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BPS, type SplitRules, splitFault, splitMoney } from "./money-split";

const bps = fc.integer({ min: 0, max: BPS });
const rules: fc.Arbitrary<SplitRules> = fc
  .record({
    grossMinor: fc.oneof(fc.bigInt({ min: 0n, max: 200n }), fc.bigInt({ min: 0n, max: 10n ** 15n })),
    contributorShareBps: bps,
    operatorFeeBps: bps,
    reserveBps: bps,
  })
  .map((r) => ({ ...r, operatorFeeBps: Math.min(r.operatorFeeBps, r.contributorShareBps) }));

describe("the money of a deal", () => {
  test("a plain deal, by hand", () => {
    expect(
      splitMoney({
        grossMinor: 100_000_001n,
        contributorShareBps: 6_000,
        operatorFeeBps: 250,
        reserveBps: 500,
      }),
    ).toEqual({
      grossMinor: 100_000_001n,
      feeMinor: 2_500_000n, // 2,500,000.025 down
      poolMinor: 57_500_000n, // 60,000,000.6 down, less the fee
      retainedMinor: 40_000_001n,
      reserveMinor: 2_875_000n,
      distributableMinor: 54_625_000n,
    });
  });

  test("every minor unit has one name", () => {
    fc.assert(
      fc.property(rules, (r) => {
        const s = splitMoney(r);
        expect(s.feeMinor + s.retainedMinor + s.poolMinor).toBe(r.grossMinor);
        expect(s.reserveMinor + s.distributableMinor).toBe(s.poolMinor);
        for (const part of Object.values(s)) expect(part).toBeGreaterThanOrEqual(0n);
      }),
    );
  });

  test("no party is off its exact share by a whole minor unit or more", () => {
    fc.assert(
      fc.property(rules, (r) => {
        const s = splitMoney(r);
        const under = (part: bigint, whole: bigint, share: number) =>
          whole * BigInt(share) - part * BigInt(BPS);
        const fee = under(s.feeMinor, r.grossMinor, r.operatorFeeBps);
        const contributors = under(s.poolMinor + s.feeMinor, r.grossMinor, r.contributorShareBps);
        const reserve = under(s.reserveMinor, s.poolMinor, r.reserveBps);
        for (const rest of [fee, contributors, reserve]) {
          expect(rest).toBeGreaterThanOrEqual(0n);
          expect(rest).toBeLessThan(BigInt(BPS));
        }
      }),
    );
  });

  test("a larger gross never makes any part smaller", () => {
    fc.assert(
      fc.property(rules, fc.bigInt({ min: 0n, max: 10n ** 6n }), (r, more) => {
        const [a, b] = [splitMoney(r), splitMoney({ ...r, grossMinor: r.grossMinor + more })];
        expect(b.feeMinor).toBeGreaterThanOrEqual(a.feeMinor);
        expect(b.poolMinor + b.feeMinor).toBeGreaterThanOrEqual(a.poolMinor + a.feeMinor);
      }),
    );
  });

  test("a fee larger than the contributors' part is refused, and so are shares that are none", () => {
    const base = { grossMinor: 100n, contributorShareBps: 100, operatorFeeBps: 101, reserveBps: 0 };
    expect(splitFault(base)).toMatch(/larger than the contributors' part/);
    expect(() => splitMoney(base)).toThrow();
    for (const share of [-1, 10_001, 0.5, Number.NaN])
      expect(splitFault({ ...base, operatorFeeBps: 0, reserveBps: share })).not.toBeNull();
    expect(splitFault({ ...base, operatorFeeBps: 0, grossMinor: -1n })).not.toBeNull();
  });
});
