import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dealValue } from "@/test/factories/deal-values";
import { reportFaults } from "./report-faults";

const DAYS = { today: "2026-03-01", noticeEndsOn: "2026-03-15" };
const pathsOf = (over: object, days = DAYS) => reportFaults(dealValue(over), days).map(({ path }) => path);

describe("terms that are reported", () => {
  test("need an amount and something for contributors", () => {
    expect(pathsOf({})).toEqual([]);
    expect(pathsOf({ grossMinor: 0n })).toEqual(["gross"]);
    expect(pathsOf({ contributorShareBps: 300 })).toEqual(["contributorShareBps"]);
  });

  test("have not ended, the last day included, and did not start ages ago", () => {
    expect(pathsOf({ termFrom: "1999-01-01", termTo: "1999-02-01" })).toEqual(["termTo", "termFrom"]);
    expect(pathsOf({ termFrom: "2026-01-01", termTo: "2026-02-28" })).toEqual(["termTo"]);
    expect(pathsOf({ termFrom: "2026-01-01", termTo: "2026-03-01" })).toEqual([]);
    expect(pathsOf({ termFrom: "1900-01-01" })).toEqual(["termFrom"]);
    expect(pathsOf({ termFrom: "2016-03-01" })).toEqual([]);
    expect(pathsOf({ termFrom: "2016-02-29" })).toEqual(["termFrom"]);
    const leap = { today: "2028-02-29", noticeEndsOn: "2028-02-29" };
    expect(pathsOf({ termFrom: "2018-02-28" }, leap)).toEqual([]);
  });

  test("release what they keep back after the notice and after the term has started", () => {
    expect(pathsOf({ reserveBps: 1 })).toEqual(["reserveReleaseOn"]);
    expect(pathsOf({ capBps: 500 })).toEqual(["reserveReleaseOn"]);
    expect(pathsOf({ capBps: 500, reserveReleaseOn: "2027-01-01" })).toEqual([]);
    expect(pathsOf({ reserveBps: 500, reserveReleaseOn: "2020-01-01" })).toEqual(["reserveReleaseOn"]);
    expect(pathsOf({ reserveBps: 500, reserveReleaseOn: "2026-03-15" })).toEqual(["reserveReleaseOn"]);
    expect(pathsOf({ reserveBps: 500, reserveReleaseOn: "2026-03-16" })).toEqual([]);
    const later = { termFrom: "2026-06-01", reserveBps: 500 };
    expect(pathsOf({ ...later, reserveReleaseOn: "2026-06-01" })).toEqual(["reserveReleaseOn"]);
    expect(pathsOf({ ...later, reserveReleaseOn: "2026-06-02" })).toEqual([]);
    expect(pathsOf({ reserveReleaseOn: "2020-01-01" })).toEqual([]); // Nothing waits for it.
  });

  test("are never without a fault when they ended before today, whatever else they say", () => {
    const day = fc
      .date({ min: new Date("1980-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (today, a, b) => {
        const [termFrom, termTo] = a < b ? [a, b] : [b, a];
        const faults = pathsOf({ termFrom, termTo }, { today, noticeEndsOn: today });
        expect(faults.includes("termTo")).toBe(termTo < today);
      }),
    );
  });
});
