import { expect, test } from "vitest";
import { LIMITS } from "./limits";
import { readPage } from "./page";

const THREE = ["a", "b", "c"];
const asked: number[] = [];
const read = (limit: number | undefined) =>
  readPage(
    limit,
    async (take) => {
      asked.push(take);
      return THREE.slice(0, take);
    },
    (row) => `after ${row}`,
  );

test("a page names its last row when there is another page", async () => {
  expect(await read(2)).toEqual({ items: ["a", "b"], nextCursor: "after b" });
});

test("the last page has no cursor, also when it is full or empty", async () => {
  expect(await read(3)).toEqual({ items: THREE, nextCursor: null });
  expect(await readPage(3, async () => [], String)).toEqual({ items: [], nextCursor: null });
});

test("one row more than the page is asked for, and a page has the default size where the caller names none", async () => {
  asked.length = 0;
  await read(2);
  await read(undefined);
  expect(asked).toEqual([3, LIMITS.pageRowsDefault + 1]);
});
