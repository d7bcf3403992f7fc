import { expect, test } from "vitest";
import { inGroups, readCode, recoveryCodeOf } from "./second-step-code";

test("what is typed is read however it is spaced", () => {
  expect(readCode(" 123 456")).toEqual({ kind: "app", code: "123456" });
  const code = recoveryCodeOf("AAMTES3ENV7Y5KCX");
  expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
  expect(readCode(code.toUpperCase().replaceAll("-", " "))).toEqual({ kind: "recovery", code });
  expect(inGroups("ABCDEF", " ")).toBe("ABCD EF");
});
