import fc from "fast-check";
import { expect, test } from "vitest";
import { engineNeed, engineNeedMb } from "./engine-need";

test("two billion rows with forty million contributors fit an eighth of 24 GiB, two million fit the least setting", () => {
  expect(engineNeedMb(40_000_000n)).toBeLessThanOrEqual(3072n);
  expect(engineNeedMb(2_000_000n)).toBeLessThanOrEqual(256n);
});

test("more contributors never need less, and whole MiB are never too few", () => {
  const count = fc.bigInt(0n, 10n ** 10n);
  fc.assert(
    fc.property(count, count, (a, b) => {
      const [fewer, more] = a < b ? [a, b] : [b, a];
      expect(engineNeed(fewer)).toBeLessThanOrEqual(engineNeed(more));
      expect(engineNeedMb(a) * 2n ** 20n).toBeGreaterThanOrEqual(engineNeed(a));
    }),
  );
});
