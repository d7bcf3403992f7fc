import fc from "fast-check";
import { expect, test } from "vitest";
import { stepOf, toldOf } from "./band";

test("a step says no more than the order of magnitude", () => {
  expect([1n, 99n, 100n, 99_999n, 100_000n].map(stepOf)).toEqual([null, null, 100n, 10_000n, 100_000n]);
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 18n), (minor) => {
      const step = stepOf(minor);
      if (step === null) {
        expect(minor < 100n).toBe(true);
        return;
      }
      expect(step <= minor && minor < step * 10n).toBe(true);
      // Every amount of a step gives the same answer.
      const told = toldOf({ currency: "USD", minor }, false);
      expect(told).toEqual(toldOf({ currency: "USD", minor: step }, false));
      expect(told.minor).toBeNull();
      expect(toldOf({ currency: "USD", minor }, true).minor).toBe(String(minor));
    }),
  );
});
