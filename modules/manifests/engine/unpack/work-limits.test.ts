import { expect, test } from "vitest";
import { cellsTooLarge, tooManyRows, tooManyRowsForItsSize } from "./work-limits";

test("a limit is said as people write numbers, and given to programs as a number", () => {
  expect(tooManyRows().message).toContain("more than 2,000,000,000 rows");
  expect(tooManyRowsForItsSize(1_000_000).message).toContain("more than 1,000,000 rows");
  expect(cellsTooLarge("title").message).toContain("more than 1 MiB.");
  expect(tooManyRows().detail).toMatchObject({ max: 2_000_000_000 });
});
