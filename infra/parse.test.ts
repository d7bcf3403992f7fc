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

test("everything else passes, however deep", () => {
  let deep: unknown = "end";
  for (let i = 0; i < 100_000; i++) deep = [deep];
  expect(() => parseInput(Shape, { name: "ok \u0001", at: "2026-01-01", deep })).not.toThrow();
});
