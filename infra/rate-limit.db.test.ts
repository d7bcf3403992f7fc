import { expect, test } from "vitest";
import { db } from "./db";
import { consume, giveBack } from "./rate-limit";

test("counts down, refuses with the time to wait, and counts each key by itself", async () => {
  expect(await consume("test", "ada", 2, 60)).toMatchObject({ limit: 2, remaining: 1 });
  expect(await consume("test", "ada", 2, 60)).toMatchObject({ remaining: 0 });
  const refusal = await consume("test", "ada", 2, 60).catch((error) => error);
  expect(refusal).toMatchObject({ code: "RATE_LIMITED", detail: { limit: 2 } });
  expect(refusal.detail.retryAfter).toBeGreaterThan(0);
  expect(refusal.detail.retryAfter).toBeLessThanOrEqual(60);
  expect(await consume("test", "eve", 2, 60)).toMatchObject({ remaining: 1 });
});

test("all processes count together: the uses are in the database", async () => {
  await consume("shared", "key", 5, 60);
  const { rows } = await db.pool.query("SELECT points FROM rate_limit WHERE key = 'shared:key'");
  expect(rows).toEqual([{ points: 1 }]);
});

test("a use that is given back can be taken again, and the window stays as it was", async () => {
  for (let count = 0; count < 3; count += 1) {
    await consume("back", "ada", 1, 60);
    await giveBack("back", "ada", 1, 60);
  }
  await consume("back", "ada", 1, 60);
  await expect(consume("back", "ada", 1, 60)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("two at once are two", async () => {
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => consume("race", "key", 4, 60)));
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(4);
});
