import { expect, test } from "vitest";
import { PLAN_EACH_TIME, statementName } from "./statements";

const thrice = (text: string) => [1, 2, 3].map(() => statementName(text));

test("a read that comes again is named, always the same, and by all of its text", () => {
  const [first, second, third] = thrice("SELECT id FROM deal WHERE id = $1");
  expect([first, second]).toEqual([undefined, undefined]);
  expect(third).toMatch(/^[0-9a-f]{32}$/);
  expect(statementName("SELECT id FROM deal WHERE id = $1")).toBe(third);
  expect(thrice("WITH a AS (SELECT 1) SELECT id FROM deal").at(-1)).not.toBe(third);
});

test.each([
  ["a write", "UPDATE deal SET title = $1 WHERE id = $2"],
  ["all columns of a table", "SELECT * FROM deal WHERE id = $1"],
  ["all columns of a table within", "SELECT id FROM (SELECT d.* FROM deal d) s"],
  ["one that asks to be planned", `SELECT minor ${PLAN_EACH_TIME} FROM allocation_share`],
])("%s is not", (_, text) => {
  expect(thrice(text)).toEqual([undefined, undefined, undefined]);
});

test("all columns of a subquery that names them is", () => {
  expect(thrice("SELECT * FROM (SELECT id, minor FROM line) s").at(-1)).toBeDefined();
});

test("only so many are kept: a connection never lets go of one", () => {
  for (let i = 0; i < 1000; i++) thrice(`SELECT ${i}`);
  expect(thrice("SELECT 'late'").at(-1)).toBeUndefined();
});
