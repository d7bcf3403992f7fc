import { expect, test } from "vitest";
import { shownVersion } from "./mapping-form-data";

const shown = [
  { name: "Forum", version: "v1" },
  { name: "__proto__", version: "v2" },
];

test.each([
  ["Forum", "v1"],
  ["__proto__", "v2"],
  ["forum", "none"],
  ["constructor", "none"],
  ["toString", "none"],
])("a mapping called %s was shown in version %s", (name, version) =>
  expect(shownVersion(shown, name)).toBe(version),
);

test.each([undefined, null, "Forum", { Forum: "v1" }, [null, "Forum", { name: "Forum", version: {} }]])(
  "%j shows none",
  (odd) => expect(shownVersion(odd, "Forum")).toBe("none"),
);
