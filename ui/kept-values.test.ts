import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keep, takeKept } from "./form/kept-values";

const HOUR = 3_600_000;
let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-30T12:00:00Z") });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("what was typed is taken out once, under its own key alone", () => {
  keep("per_1:/me", { name: ["Ada"] });
  expect(takeKept("per_2:/me")).toBeNull();
  expect(takeKept("per_1:/me")).toEqual({ name: ["Ada"] });
  expect(takeKept("per_1:/me")).toBeNull();
  expect(stored.size).toBe(0);
});

test("it is kept for an hour, and not longer", () => {
  keep("a", "typed");
  vi.setSystemTime(Date.now() + HOUR - 1);
  expect(takeKept("a")).toBe("typed");
  keep("a", "typed");
  vi.setSystemTime(Date.now() + HOUR);
  expect(takeKept("a")).toBeNull();
  expect(stored.size).toBe(0); // What is too old is taken away all the same.
});

test("without a storage, or with something else in it, a form works as if nothing was kept", () => {
  stored.set("remit:kept:a", "no JSON");
  expect(takeKept("a")).toBeNull();
  const closed = () => {
    throw new Error("storage is closed");
  };
  vi.stubGlobal("localStorage", { getItem: closed, setItem: closed, removeItem: closed });
  expect(() => keep("a", "typed")).not.toThrow();
  expect(takeKept("a")).toBeNull();
});
