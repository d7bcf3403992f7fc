import { expect, test } from "vitest";
import { formOf } from "./form-of";

test("a form is the form that was sent", () => {
  const form = new FormData();
  expect(formOf(form)).toBe(form);
});

test.each([undefined, null, "theme=dark", 7, {}, [], { get: () => "dark" }, new URLSearchParams("a=b")])(
  "%j is a form in which nothing is filled in",
  (sent) => expect([...formOf(sent)]).toEqual([]),
);
