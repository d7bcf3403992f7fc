import { expect, test } from "vitest";
import { type DealWork, workStep } from "./work-step";

const at = (time: string) => `2027-03-10T${time}Z`;
const done: DealWork = {
  manifest: true,
  cleared: {
    asOf: at("09:00:00"),
    sealableUntil: at("21:00:00"),
    answeredSince: false,
    dealVersion: 3,
  },
  splitId: "alc_1",
};
const cleared = (more: Partial<NonNullable<DealWork["cleared"]>>): DealWork["cleared"] =>
  done.cleared && { ...done.cleared, ...more };
const step = (work: Partial<DealWork>) =>
  workStep(
    { ...done, ...work },
    { noticeEndsAt: "2027-03-10T08:00:00Z", version: 3 },
    new Date(at("12:00:00")),
  );

test("after the notice comes the manifest, its clearance, the split and the seal", () => {
  expect(step({ manifest: false, cleared: null, splitId: null })).toBe("upload");
  expect(step({ cleared: null, splitId: null })).toBe("clear");
  expect(step({ splitId: null })).toBe("split");
  expect(step({})).toBe("seal");
});

test("a clearance from before the notice ended, or too old to be sealed, is made again", () => {
  expect(step({ cleared: cleared({ asOf: at("07:59:59") }) })).toBe("clear");
  expect(step({ cleared: cleared({ sealableUntil: at("11:59:59") }) })).toBe("clear");
});

test("a clearance of another version of the deal, or from before somebody's answer, is made again", () => {
  expect(step({ cleared: cleared({ dealVersion: 2 }) })).toBe("clear");
  expect(step({ cleared: cleared({ answeredSince: true }) })).toBe("clear");
});
