import { expect, test } from "vitest";
import { receiverOf, SOMEBODY, THE_OTHERS } from "./receivers";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test("the other authors, one of them, or somebody by their id", () => {
  expect(receiverOf(formOf({ to: THE_OTHERS, personId: "" }))).toBeNull();
  expect(receiverOf(formOf({ to: "per_ada", personId: "per_typed" }))).toBe("per_ada");
  expect(receiverOf(formOf({ to: SOMEBODY, personId: "per_typed" }))).toBe("per_typed");
});

test("where there is nobody to choose, the id alone counts; nobody named is never the others", () => {
  expect(receiverOf(formOf({ personId: "per_typed" }))).toBe("per_typed");
  expect(receiverOf(formOf({ to: SOMEBODY }))).toBe("");
  expect(receiverOf(formOf({}))).toBe("");
});
