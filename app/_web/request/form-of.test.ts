import { expect, test } from "vitest";
import { formOf, idsOf, partsOf, textOf } from "./form-of";

test("a form is the form that was sent", () => {
  const form = new FormData();
  expect(formOf(form)).toBe(form);
});

test.each([undefined, null, "theme=dark", 7, {}, [], { get: () => "dark" }, new URLSearchParams("a=b")])(
  "%j is a form in which nothing is filled in",
  (sent) => expect([...formOf(sent)]).toEqual([]),
);

const ofTheBrowser = new Proxy(() => {}, {
  get: () => {
    throw new Error("Nothing may be read of it.");
  },
});

test.each([
  undefined,
  null,
  "d1",
  7,
  [],
  { dealId: 7 },
  { dealId: { toString: null } },
  new Map(),
  ofTheBrowser,
])("ids that were not bound are empty, case %#", (bound) =>
  expect(idsOf(bound, "organisationId", "dealId")).toEqual({ organisationId: "", dealId: "" }),
);

test("the parts that were bound are read, and nothing that every object has", () => {
  const bound = { dealId: "d1", version: 3 };
  expect(idsOf(bound, "dealId")).toEqual({ dealId: "d1" });
  expect(partsOf(bound).version).toBe(3);
  expect(partsOf(bound).constructor).toBeUndefined();
  expect([textOf("d1"), textOf(bound), textOf(ofTheBrowser)]).toEqual(["d1", "", ""]);
});
