import { expect, test } from "vitest";
import { columnType } from "./column-type";

test.each([
  [["", " "], "empty"],
  [["12", "-3", ""], "integer"],
  [["1300000000", "1700000000"], "seconds"],
  [["1300000000", "12"], "integer"],
  [["1300000000000"], "milliseconds"],
  [["0.25", "1"], "decimal"],
  [["2024-02-03", "2024-02-03T10:00:00Z"], "iso"],
  [["https://forum.example/1", "/t/2"], "url"],
  [["ann", "12"], "text"],
] as const)("%j is %s", (cells, type) => {
  expect(columnType(cells)).toBe(type);
});
