import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sqlText } from "@/infra/engine/engine";
import { timeCell } from "../engine/checks/plain-cells";
import { readTime, type TimesAre } from "./time";

const LATEST = BigInt(Date.UTC(2030, 0, 1)) * 1000n;
const read = (text: string, are: TimesAre = "auto") => {
  const found = readTime(text, are, LATEST);
  return "fault" in found ? found.fault : [new Date(Number(found.micros / 1000n)).toISOString(), found.unit];
};
const NOON = "2024-01-31T12:00:00.000Z";

describe("a time", () => {
  test.each([
    "2024-01-31T12:00:00Z",
    "2024-01-31T12:00Z",
    "2024-01-31T12Z",
    "2024-01-31 12:00",
    "2024-01-31T12:00:00z",
    "2024-01-31t12:00:00Z",
    "20240131T120000Z",
    "20240131T1200Z",
    "2024-01-31T12:00:00,000Z",
    "2024-01-31T13:00:00+01:00",
    "2024-01-31T13:00+0100",
    "2024-01-31T13:00+01",
    "2024-01-31T06:30:00-05:30",
    "2024-01-31T06:30:00\u221205:30",
    "2024-01-31 12:00:00 UTC",
    "2024-01-31 12:00:00 GMT",
    "2024-01-31T21:00:00+09:00[Asia/Tokyo]",
    "2024-01-31T11:59:60Z",
  ])("of ISO 8601 is taken: %s", (text) => {
    expect(read(text)).toEqual([NOON, "iso"]);
    expect(read(text, "epoch_seconds")).toBe("date_unreadable");
  });

  test.each([
    ["1706702400", "seconds"],
    ["1706702400.0", "seconds"],
    ["+1706702400", "seconds"],
    ["1706702400000", "milliseconds"],
    ["1706702400000000", "microseconds"],
    ["1706702400000000000", "nanoseconds"],
  ])("that is a number has the unit that its size implies: %s", (text, unit) => {
    expect(read(text)).toEqual([NOON, unit]);
    expect(read(text, "iso_8601")).toBe("date_unreadable");
    expect(read(text, "epoch_seconds")).toEqual(unit === "seconds" ? [NOON, unit] : "date_in_milliseconds");
  });

  test.each([
    ["45322", "1970-01-01T12:35:22.000Z"],
    ["45322.5", "1970-01-01T12:35:22.500Z"],
    ["20240131", "1970-08-23T06:15:31.000Z"],
  ])("that may be a day is taken as seconds and said to be doubtful: %s", (text, instant) => {
    expect(read(text)).toEqual([instant, "day_number"]);
  });

  test("keeps what is smaller than a second", () => {
    expect(readTime("2024-01-31T12:00:00,123456789Z", "auto", LATEST)).toMatchObject({
      micros: 1706702400123456n,
    });
    expect(readTime("1706702400123", "auto", LATEST)).toMatchObject({ micros: 1706702400123000n });
    expect(readTime("1706702400.5", "auto", LATEST)).toMatchObject({ micros: 1706702400500000n });
    expect(readTime("1706702400123456789", "auto", LATEST)).toMatchObject({ micros: 1706702400123456n });
  });

  test("of one number is a day where dates are declared", () => {
    expect(read("20240131", "iso_8601")).toEqual(["2024-01-31T00:00:00.000Z", "iso"]);
    expect(read("2024-01-31", "iso_8601")).toEqual(["2024-01-31T00:00:00.000Z", "iso"]);
    expect(read("2024-01-31T24:00Z")).toEqual(["2024-02-01T00:00:00.000Z", "iso"]);
  });

  test.each([
    ["2024-07-01 12:00:00 BST", "date_zone_named"],
    ["2024-07-01 12:00:00 CST", "date_zone_named"],
    ["2024-07-01T12:00:00 CEST", "date_zone_named"],
    ["2024-05-01 09:00:00 Asia/Tokyo", "date_zone_named"],
    ["2024-05-01T09:00[Europe/Berlin]", "date_zone_named"],
    ["2024-05-01 09:00 PM", "date_unreadable"],
    ["2024-02-30T12:00Z", "date_unreadable"],
    ["2023-02-29", "date_unreadable"],
    ["2024-01-31T25:00Z", "date_unreadable"],
    ["2024-01-31T24:30Z", "date_unreadable"],
    ["2024-01-31T12:60Z", "date_unreadable"],
    ["2024-01-31T12:00:61Z", "date_unreadable"],
    ["2024-01-31T12:00+24:00", "date_unreadable"],
    ["2024-0131", "date_unreadable"],
    ["31/01/2024", "date_unreadable"],
    ["1.7e9", "date_unreadable"],
    ["tomorrow", "date_unreadable"],
    ["", "date_unreadable"],
    ["-1", "date_before_1970"],
    ["-0.5", "date_before_1970"],
    ["1969-12-31T23:59:59Z", "date_before_1970"],
    ["1970-01-01T00:30+01:00", "date_before_1970"],
    ["0000-01-01", "date_before_1970"],
    ["2030-01-02", "date_in_future"],
    ["20240131120000", "date_in_future"],
  ])("is refused by name: %s (%s)", (text, fault) => {
    expect(read(text)).toBe(fault);
  });
});

test("the engine reads plain times as the written function does, whatever row was before", async () => {
  const two = fc.nat(99).map((n) => String(n).padStart(2, "0"));
  const iso = fc
    .tuple(
      fc.integer({ min: 1960, max: 2035 }),
      two,
      two,
      two,
      two,
      two,
      fc.constantFrom("", "Z", "+01:00", "-05:30", "+00", " Asia/Tokyo", " CET", ".5Z", ".123456", ",5Z"),
    )
    .map(([y, m, d, h, i, s, end]) => `${y}-${m}-${d}T${h}:${i}:${s}${end}`);
  const sound = fc
    .tuple(
      fc.date({ min: new Date("1969-12-01"), max: new Date("2031-01-01"), noInvalidDate: true }),
      fc.constantFrom("T", " "),
      fc.constantFrom("", "Z", "+14:00", "-09:30"),
    )
    .map(([date, sign, end]) => date.toISOString().slice(0, 19).replace("T", sign) + end);
  const number = fc
    .bigInt({ min: -(10n ** 12n), max: 9_300_000_000_000_000_000n })
    .chain((big) => fc.constantFrom(big, big / 10n ** 3n, big / 10n ** 9n, big / 10n ** 14n))
    .map(String);
  const text = fc.oneof(iso, sound, number, fc.constantFrom("2024-01-31", "45322", "1970-01-01", "0", "x"));
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const at = new Date(Number(LATEST / 1000n) - 86_400_000);
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 50, maxLength: 100 }),
      fc.constantFrom<TimesAre>("auto", "epoch_seconds", "iso_8601"),
      async (texts, createdAt) => {
        const cell = timeCell({
          mapping: { columns: {}, charsPerToken: 4, createdAt, thousands: "refuse", deletedMarkers: [] },
          host: null,
          at,
        });
        const reader = await connection.runAndReadAll(
          `SELECT s_created_at, ${cell.isOdd}, ${cell.fault}, micros FROM (SELECT *, ${cell.values} FROM (SELECT unnest([${texts.map(sqlText).join(", ")}]) AS s_created_at))`,
        );
        for (const [raw, isOdd, fault, micros] of reader.getRows()) {
          if (isOdd === true) continue;
          const expected = readTime(String(raw), createdAt, LATEST);
          expect([raw, fault ?? micros]).toEqual([
            raw,
            "fault" in expected ? expected.fault : expected.micros,
          ]);
        }
      },
    ),
    { numRuns: 60 },
  );
  connection.closeSync();
  instance.closeSync();
}, 60_000);
