import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDateFormat, isoOfSerial } from "./serial-date";

describe("the day numbers of spreadsheets", () => {
  test.each([
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [61, false, "1900-03-01"],
    [25_569, false, "1970-01-01"],
    [45_322, false, "2024-01-31"],
    [45_322.5, false, "2024-01-31T12:00:00"],
    [45_322 + 1 / 86_400, false, "2024-01-31T00:00:01"],
    [45_322.5000000116, false, "2024-01-31T12:00:00.001"],
    [45_323 - 1 / 86_400, false, "2024-01-31T23:59:59"],
    [0, true, "1904-01-01"],
    [43_860, true, "2024-01-31"],
    [2_958_465, false, "9999-12-31"],
    [2_958_466, false, null],
    [-1, false, null],
    [Number.NaN, false, null],
  ])("%d (1904: %s) is %s", (serial, is1904, iso) => expect(isoOfSerial(serial, is1904)).toBe(iso));

  test("every second of a century comes back as it was", () => {
    const seconds = fc.integer({ min: 0, max: 3_155_760_000 });
    fc.assert(
      fc.property(seconds, fc.boolean(), (second, is1904) => {
        const serial = second / 86_400 + (is1904 ? 24_107 : 25_569);
        expect(Date.parse(`${isoOfSerial(serial, is1904)?.padEnd(19, "T00:00:00").slice(0, 19)}Z`)).toBe(
          second * 1000,
        );
      }),
    );
  });
});

test.each([
  [14, undefined, true],
  [22, undefined, true],
  [0, undefined, false],
  [9, undefined, false],
  [164, "yyyy-mm-dd", true],
  [164, "[$-407]d. mmmm yyyy;@", true],
  [164, "[h]:mm:ss", true],
  [164, "[Red]0.00", false],
  [164, '0 "days"', false],
  [164, "0\\h", false],
  [164, "General", false],
  [164, "#,##0.00_);[Red](#,##0.00)", false],
  [164, "_-* #,##0.00 _d_-", false],
  [14, "0.00", false],
])("format %d %s shows dates: %s", (id, code, isDate) => expect(isDateFormat(id, code)).toBe(isDate));
