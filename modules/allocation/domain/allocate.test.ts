import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "@/kernel/sum";
import { contributorWeight, rowWeight, scoreMultiplier } from "@/modules/clearance/domain/weights";
import { splitMoney } from "@/modules/deals/domain/money/money-split";
import { type AllocationRules, allocate, type ContributorOffer } from "./allocate";
import { weightsNeeded } from "./caps";
import { askOf, clearFloors, compareRationals, priceScale } from "./floors";
import { compareKeys, divideByWeight } from "./largest-remainder";
import { divideWork, PENDING_AUTHOR } from "./splits";

const amount = fc.oneof(fc.bigInt(0n, 50n), fc.bigInt(0n, 10n ** 13n));
const weight = fc.oneof(fc.bigInt(0n, 4n), fc.bigInt(0n, 10n ** 18n));
const key = fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 });
const parts = fc.uniqueArray(fc.record({ key, weight }), { selector: (part) => part.key, maxLength: 40 });
const offers: fc.Arbitrary<ContributorOffer[]> = fc
  .array(
    fc.record({
      contributor: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"),
      tokens: fc.bigInt(0n, 5_000n),
      weight: fc.oneof(fc.bigInt(0n, 3n), fc.bigInt(1n, 10n ** 10n)),
      floorMicros: fc.oneof(fc.constant(null), fc.constantFrom(1n, 500n, 70_000n), fc.bigInt(0n, 10n ** 9n)),
      draw: fc.constantFrom("00", "1f", "a0", "ff"),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((list) => list.map((offer, i) => ({ ...offer, key: `${offer.contributor}/${i}` })));
const rules: fc.Arbitrary<AllocationRules> = fc.record({
  distributableMinor: amount,
  decimals: fc.constantFrom(0, 2, 3),
  capBps: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 10_000 })),
});
const byKey = <T extends { key: string }>(list: readonly T[]) =>
  [...list].sort((a, b) => compareKeys(a.key, b.key));

describe("largest remainder", () => {
  test("divides the whole pool, nobody more than one unit from their exact part", () => {
    fc.assert(
      fc.property(amount, parts, (pool, list) => {
        const total = sum(list.map((part) => part.weight));
        const portions = divideByWeight(pool, list);
        expect(sum(portions.map((portion) => portion.minor))).toBe(total === 0n ? 0n : pool);
        for (const [i, portion] of portions.entries()) {
          const exact = pool * (list[i]?.weight ?? 0n);
          if (total > 0n) expect(portion.minor * total - exact).toBeLessThan(total);
          if (total > 0n) expect(portion.baseMinor).toBe(exact / total);
        }
      }),
    );
  });

  test("does not depend on the order of its input", () => {
    fc.assert(
      fc.property(amount, parts, (pool, list) => {
        expect(byKey(divideByWeight(pool, [...list].reverse()))).toEqual(byKey(divideByWeight(pool, list)));
      }),
    );
  });

  test("gives a tie to the smaller key, in bytes and not in UTF-16 units", () => {
    const even = (keys: string[]) =>
      divideByWeight(
        1n,
        keys.map((name) => ({ key: name, weight: 5n })),
      ).find((portion) => portion.minor === 1n)?.key;
    expect(even(["b", "a", "c"])).toBe("a");
    expect(even(["B", "a"])).toBe("B");
    expect(even(["😀", "ﬀ"])).toBe("ﬀ"); // U+FB00 is EF.. in UTF-8, U+1F600 is F0..; UTF-16 would say otherwise
    expect(compareKeys("a", "ab")).toBe(-1);
  });

  test("compares keys as their UTF-8 bytes compare", () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});

describe("one clearing rate", () => {
  test("honours every floor before rounding, and admits as many as can be", () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(0, 2, 3), offers, (pool, decimals, list) => {
        const clearing = clearFloors(pool, decimals, list);
        const money = pool * priceScale(decimals);
        const outside = [];
        for (const offer of list) {
          const ask = askOf(offer);
          if (ask === null) expect(clearing.admitted.has(offer.key)).toBe(false);
          else if (clearing.admitted.has(offer.key))
            expect(ask.num * clearing.weight <= money * ask.den).toBe(true);
          else outside.push({ offer, ask });
        }
        for (const { ask } of outside) {
          // Nobody outside asks less than someone inside, and the cheapest outside would not fit.
          if (clearing.marginal !== null)
            expect(compareRationals(ask, clearing.marginal)).toBeGreaterThanOrEqual(0);
        }
        const cheapest = [...outside].sort(
          (a, b) =>
            compareRationals(a.ask, b.ask) ||
            compareKeys(a.offer.draw, b.offer.draw) ||
            compareKeys(a.offer.key, b.offer.key),
        )[0];
        if (cheapest !== undefined)
          expect(
            cheapest.ask.num * (clearing.weight + cheapest.offer.weight) > money * cheapest.ask.den,
          ).toBe(true);
      }),
    );
  });

  test("the largest k among all prefixes is the one that was taken", () => {
    fc.assert(
      fc.property(amount, offers, (pool, list) => {
        const usable = list.flatMap((offer) => {
          const ask = askOf(offer);
          return ask === null ? [] : [{ offer, ask }];
        });
        usable.sort(
          (a, b) =>
            compareRationals(a.ask, b.ask) ||
            (a.ask.num === 0n ? 0 : compareKeys(a.offer.draw, b.offer.draw)) ||
            compareKeys(a.offer.key, b.offer.key),
        );
        let best = 0;
        for (let k = 1; k <= usable.length; k++) {
          const together = sum(usable.slice(0, k).map(({ offer }) => offer.weight));
          const last = usable[k - 1];
          if (last && pool * priceScale(2) * last.ask.den >= last.ask.num * together) best = k;
        }
        expect(clearFloors(pool, 2, list).admitted.size).toBe(best);
      }),
    );
  });

  test("a floor in dollars per 1,000 tokens means that: 1 USD for 1,000 tokens is 100 cents", () => {
    const one = { key: "a", tokens: 1000n, weight: 1000n, floorMicros: 1_000_000n, draw: "0" };
    expect(clearFloors(100n, 2, [one]).admitted.size).toBe(1);
    expect(clearFloors(99n, 2, [one]).admitted.size).toBe(0);
    expect(clearFloors(1n, 0, [{ ...one, floorMicros: 1_000_000n }]).admitted.size).toBe(1);
  });
});

describe("an allocation", () => {
  test("pays exactly the distributable pool, or says what the cap left", () => {
    fc.assert(
      fc.property(rules, offers, (rule, list) => {
        const result = allocate(rule, list);
        expect(result.paidMinor + result.undistributedMinor).toBe(rule.distributableMinor);
        expect(result.undistributedMinor >= 0n).toBe(true);
        expect(sum(result.shares.map((share) => share.minor))).toBe(result.paidMinor);
        if (rule.capBps === null && result.clearing.weight > 0n) expect(result.undistributedMinor).toBe(0n);
        for (const share of result.shares) {
          if (result.cap !== null) expect(share.minor <= result.cap.capMinor).toBe(true);
          if (share.outcome === "floor_not_met") expect(share.minor).toBe(0n);
        }
        if (result.cap !== null && result.undistributedMinor > 0n && result.clearing.weight > 0n)
          for (const share of result.shares)
            if (share.outcome === "paid" && share.weight > 0n) expect(share.capped).toBe(true);
      }),
    );
  });

  test("pays nobody below a floor they set, capped or not, but for the rounding of one unit", () => {
    fc.assert(
      fc.property(rules, offers, (rule, list) => {
        const result = allocate(rule, list);
        for (const offer of list) {
          if (!result.clearing.admitted.has(offer.key)) continue;
          const share = result.shares.find((one) => one.contributor === offer.contributor);
          const asked = (offer.floorMicros ?? 0n) * offer.tokens; // for this offer; its part of the share is by weight
          if (share && asked > 0n)
            expect(
              (share.minor + 1n) * offer.weight * priceScale(rule.decimals) >= asked * share.weight,
            ).toBe(true);
        }
      }),
    );
  });

  test("is the same whatever the order of the offers", () => {
    fc.assert(
      fc.property(rules, offers, (rule, list) => {
        const sorted = (result: ReturnType<typeof allocate>) =>
          [...result.shares].sort((a, b) => compareKeys(a.contributor, b.contributor));
        expect(sorted(allocate(rule, [...list].reverse()))).toEqual(sorted(allocate(rule, list)));
      }),
    );
  });

  test("a refused contributor would have been in with the floor that the refusal names", () => {
    fc.assert(
      fc.property(amount, offers, (pool, list) => {
        const rule = { distributableMinor: pool, decimals: 2, capBps: null };
        const first = allocate(rule, list);
        for (const share of first.shares) {
          if (share.neededMicros === null) continue;
          const changed = list.map((offer) =>
            offer.contributor === share.contributor ? { ...offer, floorMicros: share.neededMicros } : offer,
          );
          const own = list.filter((offer) => offer.contributor === share.contributor);
          if (own.length > 1) continue; // told for the best of several; tried here for one
          const again = allocate(rule, changed).shares.find((one) => one.contributor === share.contributor);
          expect(again?.outcome).toBe("paid");
        }
      }),
    );
  });

  test("the heaviest weights it asks for are enough to decide the cap", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 10_000 }), (pool, capBps) => {
        const list = Array.from({ length: 30 }, (_, i) => ({
          key: `k${i}`,
          contributor: `k${i}`,
          tokens: 1n,
          weight: BigInt(i * i * i),
          floorMicros: null,
          draw: "",
        }));
        const result = allocate({ distributableMinor: pool, decimals: 2, capBps }, list);
        expect(result.cap?.cappedCount ?? 0).toBeLessThanOrEqual(weightsNeeded(pool, capBps));
      }),
    );
  });
});

describe("the pool, the weights and the splits", () => {
  test("fee, retained, reserve and what is divided are the gross", () => {
    const bps = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(amount, bps, bps, bps, (grossMinor, contributorShareBps, operatorFeeBps, reserveBps) => {
        fc.pre(operatorFeeBps <= contributorShareBps);
        const split = splitMoney({ grossMinor, contributorShareBps, operatorFeeBps, reserveBps });
        expect(split.feeMinor + split.retainedMinor + split.reserveMinor + split.distributableMinor).toBe(
          grossMinor,
        );
        for (const part of Object.values(split)) expect(part >= 0n).toBe(true);
      }),
    );
  });

  test("a score multiplies by 1 + ln(1 + score) in millionths; negative and missing scores count as none", () => {
    expect(scoreMultiplier(0n)).toBe(1_000_000n);
    expect(scoreMultiplier(null)).toBe(1_000_000n);
    expect(scoreMultiplier(-5n)).toBe(1_000_000n);
    expect(scoreMultiplier(1n)).toBe(1_693_147n);
    expect(scoreMultiplier(21_868n)).toBe(10_992_825n);
  });

  test("weights are exact integers for every weighting", () => {
    const row = { tokens: 10n, score: 1n, qualityPpm: 250_000n };
    expect(rowWeight("per_item", row)).toBe(1_000_000n);
    expect(rowWeight("per_token", row)).toBe(10_000_000n);
    expect(rowWeight("score_log", row)).toBe(16_931_470n);
    expect(rowWeight("quality", row)).toBe(2_500_000n);
    expect(rowWeight("quality", { ...row, qualityPpm: null })).toBe(10_000_000n);
    expect(contributorWeight("equal", [row, row])).toBe(1_000_000n);
    expect(contributorWeight("equal", [])).toBe(0n);
    expect(contributorWeight("per_item", [row, row])).toBe(2_000_000n);
  });

  test("co-authors get all of it; what nobody has accepted is held", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (minor, first) => {
        const portions = divideWork(minor, [{ personId: "per_a", shareBps: first }]);
        expect(sum(portions.map((portion) => portion.minor))).toBe(minor);
        expect(portions.some((portion) => portion.key === PENDING_AUTHOR)).toBe(first < 10_000);
      }),
    );
  });
});
