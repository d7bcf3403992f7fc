import { describe, expect, test } from "vitest";
import { LIMITS } from "@/kernel/limits";
import { mustCountEverybody, sealableUntil } from "./seal";

const ended = new Date("2026-03-15T12:00:00.000Z");
const hours = (n: number, ms = 0) => new Date(ended.getTime() + n * 3_600_000 + ms);
const refusal = (asOf: Date, now: Date, answeredSince = false): unknown => {
  try {
    mustCountEverybody({ noticeEndsAt: ended }, { asOf, answeredSince, now });
    return null;
  } catch (error) {
    const { code, detail } = error as { code: string; detail: { because?: string } };
    return detail.because ?? code;
  }
};

describe("a clearance a deal is sealed with", () => {
  test("is as of the end of the notice or later", () => {
    expect(refusal(hours(0, -1), hours(1))).toBe("cleared_too_early");
    expect(refusal(hours(0), hours(1))).toBeNull();
  });

  test("holds every answer to the deal", () => {
    expect(refusal(hours(0), hours(1), true)).toBe("answered_since");
  });

  test("is no older than the limit, to the millisecond, and says so beforehand", () => {
    const most = LIMITS.clearanceAgeAtSealHours;
    expect(sealableUntil(hours(2))).toEqual(hours(2 + most));
    expect(refusal(hours(2), hours(2 + most))).toBeNull();
    expect(refusal(hours(2), hours(2 + most, 1))).toBe("CLEARANCE_TOO_OLD");
  });
});
