import fc from "fast-check";
import { expect, test } from "vitest";
import { repeatedField } from "./repeated-field";

test.each([
  ['{"uses":["search"],"uses":["pretraining"]}', "uses"],
  ['{"terms":{"floor":1,"floor":2}}', "floor"],
  ['[{"a":1},{"b":[{"c":1,"\\u0063":2}]}]', "c"],
  ['{"__proto__":1,"__proto__":2}', "__proto__"],
])("%s", (text, name) => void expect(repeatedField(text)).toBe(name));

test("a value that is only repeated loses nothing", () => {
  expect(repeatedField('{"a":[1,{"b":null}],"a":[1.0,{"b":null}]}')).toBeNull();
});

test("JSON of an object never repeats a field", () => {
  fc.assert(fc.property(fc.json(), (text) => void expect(repeatedField(text)).toBeNull()));
});

test("what is no JSON, and what is nested past all use, is left to the caller", () => {
  expect(repeatedField('{"a":1,')).toBeNull();
  expect(repeatedField("[".repeat(200_000) + "]".repeat(200_000))).toBeNull();
});
