import { expect, test } from "vitest";
import { fieldOfRule, whatIfOf } from "./what-if-form";

const asked = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return whatIfOf(form);
};

test("percents become basis points; what is left empty is not asked", () => {
  expect(asked({ weighting: "equal", contributorShare: "12.5", reserve: "0", cap: " 7,25 % " })).toEqual({
    rules: { weighting: "equal", contributorShareBps: 1250, reserveBps: 0, capBps: 725 },
    faults: [],
  });
  expect(asked({ weighting: "", contributorShare: "", reserve: " ", cap: "" })).toEqual({
    rules: {},
    faults: [],
  });
});

test("every field that is no percentage is named", () => {
  expect(asked({ contributorShare: "-1", reserve: "100.01", cap: "0" }).faults).toEqual([
    { field: "contributorShare", word: "notPercent" },
    { field: "reserve", word: "notPercent" },
    { field: "cap", word: "notCap" },
  ]);
  for (const text of ["half", "12.345", "1e2", "999"])
    expect(asked({ reserve: text }).faults).toEqual([{ field: "reserve", word: "notPercent" }]);
});

test("what a verb says of a rule belongs to the field it was written in", () => {
  expect(fieldOfRule("contributorShareBps")).toBe("contributorShare");
  expect(fieldOfRule("weighting")).toBe("weighting");
});
