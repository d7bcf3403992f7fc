import { expect, test } from "vitest";
import { endedPeriod } from "./digest-period";
import { DEFAULT_CADENCE, KINDS, TOPIC_OF, TOPICS } from "./kinds";

test("a day is over at midnight UTC, a week at the midnight before Monday", () => {
  const at = (text: string) => new Date(text);
  expect(endedPeriod("daily", at("2026-11-23T00:00:00Z")).name).toBe("daily:2026-11-23");
  expect(endedPeriod("daily", at("2026-11-23T23:59:59Z")).end).toEqual(at("2026-11-23T00:00:00Z"));
  expect(endedPeriod("weekly", at("2026-11-23T00:00:00Z")).name).toBe("weekly:2026-11-23"); // a Monday
  expect(endedPeriod("weekly", at("2026-11-22T23:59:59Z")).name).toBe("weekly:2026-11-16");
  expect(endedPeriod("weekly", at("2026-11-29T12:00:00Z")).name).toBe("weekly:2026-11-23");
});

test("every kind has a topic, every topic a default and something to tell", () => {
  expect([...new Set(KINDS.map((kind) => TOPIC_OF[kind]))].sort()).toEqual([...TOPICS].sort());
  expect(Object.keys(DEFAULT_CADENCE).sort()).toEqual([...TOPICS].sort());
});
