import { expect, test } from "vitest";
import { bytesPerSecond, NO_SPEED, withReport } from "./speed.client";

test("the speed is that of the last five seconds, and unknown at first", () => {
  let speed = withReport(NO_SPEED, 0, 0);
  expect(bytesPerSecond(speed)).toBeNull();
  speed = withReport(speed, 1000, 2_000_000);
  expect(bytesPerSecond(speed)).toBe(2_000_000);
  speed = withReport(speed, 10_000, 3_000_000);
  expect(bytesPerSecond(speed)).toBeNull();
  speed = withReport(speed, 11_000, 3_500_000);
  expect(bytesPerSecond(speed)).toBe(500_000);
});
