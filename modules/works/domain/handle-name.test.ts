import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributorHolder, HANDLE_RULES, normaliseHandleName } from "./handle-name";

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.tuple(fc.constantFrom("@", "u/", "/u/", " @ ", "user/", "@u/"), fc.string()).map(([a, b]) => a + b),
);
const anyRule = fc.constantFrom(...HANDLE_RULES);

describe("normaliseHandleName", () => {
  test("is idempotent: a normal form is its own normal form", () => {
    fc.assert(
      fc.property(anyText, anyRule, (raw, rule) => {
        const first = normaliseHandleName(raw, rule);
        if ("name" in first) expect(normaliseHandleName(first.name, rule)).toEqual(first);
      }),
      { numRuns: 2000 },
    );
  });

  test("ignores case, compatibility forms, spaces and decoration when names are insensitive", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9_.-]{1,30}$/), (name) => {
        for (const raw of [`@${name}`, ` ${name.toUpperCase()} `, `u/${name}`, `/u/${name}`, `@ ${name}`])
          expect(normaliseHandleName(raw, "insensitive")).toEqual({ name });
      }),
    );
    expect(normaliseHandleName("Ａｌｉｃｅ", "insensitive")).toEqual({ name: "alice" });
    expect(normaliseHandleName("STRASSE", "insensitive")).toEqual(
      normaliseHandleName("straße", "insensitive"),
    );
    expect(normaliseHandleName("ΟΔΟΣ", "insensitive")).toEqual(normaliseHandleName("οδος", "insensitive"));
    expect(normaliseHandleName("é", "sensitive")).toEqual(normaliseHandleName("e\u0301", "sensitive"));
  });

  test("keeps case when names are sensitive, and everything but outer spaces when they are opaque", () => {
    expect(normaliseHandleName("@Alice", "sensitive")).toEqual({ name: "Alice" });
    expect(normaliseHandleName(" @Alice ", "opaque")).toEqual({ name: "@Alice" });
    expect(normaliseHandleName("u/9f86D0==", "opaque")).toEqual({ name: "u/9f86D0==" });
  });

  test.each([
    ["", "empty"],
    [" \t ", "empty"],
    ["@", "empty"],
    ["u/", "empty"],
    ["ali\nce", "control_characters"],
    ["ali\u0000ce", "control_characters"],
    ["ali\u2028ce", "control_characters"],
    ["ali\ud800ce", "control_characters"],
    ["ali\u200bce", "invisible_characters"],
    ["ali\u200dce", "invisible_characters"],
    ["\u202ealice", "invisible_characters"],
    ["ali\u2066ce", "invisible_characters"],
    ["ali\u00adce", "invisible_characters"],
    ["ali\u3164ce", "invisible_characters"],
    ["ali\ufe0fce", "invisible_characters"],
    ["ali\u{e0041}ce", "invisible_characters"],
    ["ali\u2800ce", "invisible_characters"],
    ["a".repeat(201), "too_long"],
  ])("refuses %j: %s", (raw, fault) => {
    expect(normaliseHandleName(raw, "insensitive")).toEqual({ fault });
  });

  test("the holder in the books names platform and handle", () => {
    expect(contributorHolder("org_1", "alice")).toBe("handle:org_1:alice");
  });
});
