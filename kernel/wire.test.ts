import { expect, test } from "vitest";
import { Day, Instant } from "./wire";

test.each([
  ["1900-01-01T00:00:00Z", true],
  ["1900-01-01T00:00:00+14:00", false],
  ["9999-12-31T23:59:59.999Z", true],
  ["9999-12-31T23:59:59+14:00", true],
  ["9999-12-31T23:59:59-00:01", false],
])("the years of an instant are those of UTC: %s", (text, accepted) => {
  expect(Instant.safeParse(text).success).toBe(accepted);
});

test.each([
  ["1899-12-31", false],
  ["1900-01-01", true],
  ["9999-12-31", true],
  ["2026-02-29", false],
])("a day is in the calendar and within its years: %s", (text, accepted) => {
  expect(Day.safeParse(text).success).toBe(accepted);
});
