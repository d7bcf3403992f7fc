import { expect, test } from "vitest";
import { z } from "zod";
import { DomainError } from "@/kernel/errors";
import { parseInput } from "./parse";

const Shape = z.looseObject({ name: z.string().optional(), at: z.coerce.date().optional() });
const faultsOf = (raw: unknown) => {
  try {
    return parseInput(Shape, raw);
  } catch (error) {
    return error instanceof DomainError ? [error.code, error.faults.map(({ path }) => path)] : error;
  }
};

test.each([
  [{ name: "a\0b" }, "name"],
  [{ rows: [{ note: "fine" }, { note: "\0" }] }, "rows.1.note"],
  [{ mapping: { "a\0": 1 } }, "mapping"],
])("the character NUL is refused with its path: %j", (raw, path) => {
  expect(faultsOf(raw)).toEqual(["INVALID_INPUT", [path]]);
});

test.each(["a\ud800b", "\udc00", "x\udfff\ud83d"])("half a character is refused: %j", (name) => {
  expect(faultsOf({ name })).toEqual(["INVALID_INPUT", ["name"]]);
});

test("whole characters of every plane pass", () => {
  expect(faultsOf({ name: "ok \u0001 🌍 ﷐ \u{10ffff}" })).toMatchObject({
    name: "ok \u0001 🌍 ﷐ \u{10ffff}",
  });
});

test("nesting past all use is refused, however deep it is", () => {
  let deep: unknown = "end";
  for (let i = 0; i < 100_000; i++) deep = [deep];
  expect(faultsOf({ deep })).toEqual(["INVALID_INPUT", [""]]);
  expect(faultsOf({ name: "x", rows: [[[[{ a: { b: 1 } }]]]] })).toMatchObject({ name: "x" });
});

test("an unknown field is named itself, in words, with where it is", () => {
  const strict = z.strictObject({ asOf: z.string().optional(), rules: z.strictObject({}).optional() });
  const refusal = (raw: unknown) => {
    try {
      return parseInput(strict, raw);
    } catch (error) {
      return (error as DomainError).faults;
    }
  };
  const message = "There is no such field. Check its spelling, including capitals.";
  expect(refusal({ asof: "x", rules: { capBps: 1 } })).toEqual([
    { path: "rules.capBps", message },
    { path: "asof", message },
  ]);
  expect(refusal(JSON.parse('{"__proto__": {"a": 1}}'))).toEqual([{ path: "__proto__", message }]);
});
