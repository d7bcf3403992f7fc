import { expect, test } from "vitest";
import { bpsString, dateString, instantString, moneyString, numberString, percentString } from "./format";

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

test("days and instants in UTC", () => {
  expect(dateString("2026-11-23T23:59:00Z", "en")).toBe("23 Nov 2026");
  expect(dateString("2026-11-23T23:59:00Z", "de")).toBe("23. Nov. 2026");
  expect(instantString("2026-11-23T23:59:00Z", "en")).toBe("23 Nov 2026, 23:59 UTC");
});
