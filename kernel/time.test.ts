import { expect, test } from "vitest";
import { DAY_MS, dayAfter, dayOf, daysAfter, END_OF_TIME, HOUR_MS, hoursAfter, startOf } from "./time";

test("an instant is in one day, from its first instant to the one before the next day's", () => {
  expect(startOf("2028-02-28")).toEqual(new Date("2028-02-28T00:00:00.000Z"));
  expect(dayAfter("2028-02-28")).toEqual(new Date("2028-02-29T00:00:00.000Z"));
  expect(dayOf(startOf("2028-02-28"))).toBe("2028-02-28");
  expect(dayOf(new Date(dayAfter("2028-02-28").getTime() - 1))).toBe("2028-02-28");
});

test("days and hours are counted in spans of equal length, forwards and backwards", () => {
  const at = new Date("2026-03-29T00:30:00Z"); // the night of the change to summer time in Europe
  expect(daysAfter(at, 1).getTime() - at.getTime()).toBe(DAY_MS);
  expect(daysAfter(at, -30)).toEqual(new Date("2026-02-27T00:30:00Z"));
  expect(hoursAfter(at, 24)).toEqual(daysAfter(at, 1));
  expect(at.getTime() - hoursAfter(at, -1).getTime()).toBe(HOUR_MS);
});

test("nothing that can be written lies after the end of time", () => {
  expect(dayOf(END_OF_TIME)).toBe("9999-12-31");
});
