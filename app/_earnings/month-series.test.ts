import { expect, test } from "vitest";
import { axisMarks, monthsBefore, monthsBetween } from "./month-series";

test("months run over the end of a year, and none is left out", () => {
  expect(monthsBetween("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(monthsBetween("2026-02", "2026-02")).toEqual(["2026-02"]);
  expect(monthsBetween("2026-03", "2026-02")).toEqual([]);
  expect(monthsBefore("2026-03", 3)).toBe("2025-12");
  expect(monthsBefore("2026-12", 11)).toBe("2026-01");
});

test("an axis has few, round marks and reaches the top", () => {
  expect(axisMarks(0n)).toEqual([0n, 1n]);
  expect(axisMarks(1n)).toEqual([0n, 1n]);
  expect(axisMarks(7_230n)).toEqual([0n, 2_000n, 4_000n, 6_000n, 8_000n]);
  expect(axisMarks(4_000n)).toEqual([0n, 1_000n, 2_000n, 3_000n, 4_000n]);
  for (const top of [3n, 99n, 12_345_678_901n]) {
    const marks = axisMarks(top);
    expect(marks.length).toBeLessThanOrEqual(5);
    expect(marks.at(-1)).toBeGreaterThanOrEqual(top);
  }
});
