import type { RateLimiterPostgres } from "rate-limiter-flexible";
import { expect, test } from "vitest";
import { db } from "../db/db";
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

test("concurrent calls are counted one by one", async () => {
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => consume("race", "key", 4, 60)));
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(4);
});

test("a refusal of a limiter that another bundle made is a refusal as well", async () => {
  await consume("bundles", "ada", 1, 60);
  const shared = globalThis as unknown as { remitLimiters: Map<string, RateLimiterPostgres> };
  const limiter = shared.remitLimiters.get("bundles/1/60") as RateLimiterPostgres;
  const own = limiter.consume.bind(limiter);
  // What the class of another bundle looks like from here: the same fields, another prototype.
  limiter.consume = (key) => own(key).catch((refused) => Promise.reject({ ...refused, msBeforeNext: 5 }));
  await expect(consume("bundles", "ada", 1, 60)).rejects.toMatchObject({
    code: "RATE_LIMITED",
    detail: { retryAfter: 1 },
  });
  limiter.consume = () => Promise.reject(new Error("the database is gone"));
  await expect(consume("bundles", "ada", 1, 60)).rejects.toThrow("the database is gone");
});
