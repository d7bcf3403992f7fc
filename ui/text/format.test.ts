import fc from "fast-check";
import { expect, test } from "vitest";
import { sum } from "@/kernel/sum";
import {
  bpsString,
  dateString,
  instantString,
  moneyString,
  numberString,
  percentString,
  percentStrings,
} from "./format";

test("money, numbers and percent in both languages, exact", () => {
  const money = { currency: "USD", minor: "90071992547409930001" };
  expect(moneyString(money, "en")).toBe("900,719,925,474,099,300.01\u00a0USD");
  expect(moneyString(money, "de")).toBe("900.719.925.474.099.300,01\u00a0USD");
  expect(moneyString({ currency: "JPY", minor: "1234" }, "de")).toBe("1.234\u00a0JPY");
  expect(numberString("-1204331", "de")).toBe("\u22121.204.331");
  expect(bpsString(1250, "de")).toBe("12,5\u00a0%");
  expect(bpsString(1250, "en-XA")).toBe("12.5%");
});

test("a part of a whole never rounds to nothing", () => {
  expect(percentString(1n, 1_000_000n, "en")).toBe("<\u00a00.1%");
  expect(percentString(1n, 3n, "de")).toBe("33,3\u00a0%");
  expect(percentString(11_966_607n, 24_800_000n, "en")).toBe("48.3%");
  expect(percentString(999_999n, 1_000_000n, "en")).toBe("99.9%");
  expect(percentString(3n, 3n, "en")).toBe("100%");
  expect(percentString(0n, 0n, "en")).toBe("–");
});

test("percentages of the parts of a whole add up to a hundred", () => {
  const deal = [400n, 20n, 110n, 441n, 11n, 17n].map((tenths) => tenths * 100n + 17n);
  const whole = sum(deal);
  const shown = percentStrings(deal, whole, "en").map((text) => Math.round(Number.parseFloat(text) * 10));
  expect(shown.reduce((sum, tenths) => sum + tenths, 0)).toBe(1000);
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, 10n ** 14n), { minLength: 1, maxLength: 8 }), (parts) => {
      const all = sum(parts);
      fc.pre(all > 0n);
      const texts = percentStrings(parts, all, "en");
      const tenths = texts.map((text) =>
        text.startsWith("<") ? 0 : Math.round(Number.parseFloat(text) * 10),
      );
      const total = tenths.reduce((a, b) => a + b, 0);
      // A part that is nearly all is shown as 99.9: the parts below 0.1 make up for it.
      expect(total === 1000 || (total === 999 && texts.some((text) => text.startsWith("<")))).toBe(true);
      for (const [at, part] of parts.entries())
        expect(Math.abs((tenths[at] ?? 0) - (Number(part) * 1000) / Number(all))).toBeLessThanOrEqual(1.001);
    }),
  );
});

test("days and instants in UTC", () => {
  expect(dateString("2026-11-23T23:59:00Z", "en")).toBe("23 Nov 2026");
  expect(dateString("2026-11-23T23:59:00Z", "de")).toBe("23. Nov. 2026");
  expect(instantString("2026-11-23T23:59:00Z", "en")).toBe("23 Nov 2026, 23:59 UTC");
});
