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
    ["\u202ealice", "invisible_characters"],
    ["ali\u202dce", "invisible_characters"],
    ["ali\ufff9ce", "invisible_characters"],
    ["\ufeff", "only_invisible"],
    ["\u200b", "only_invisible"],
    [" \u3164 \u2800", "only_invisible"],
    ["@\u200b", "empty"],
    ["a".repeat(201), "too_long"],
  ])("refuses %j: %s", (raw, fault) => {
    expect(normaliseHandleName(raw, "insensitive")).toEqual({ fault });
  });

  test("drops what nobody sees, under every rule and wherever it is", () => {
    for (const char of "\uFEFF\u200B\u2060\u00AD\u200E\u2066\u2069\u3164\uFE0F\u200D\u200C\u{E0041}")
      for (const rule of HANDLE_RULES)
        for (const raw of [`${char}alice`, `ali${char}ce`, `alice${char}`, ` ${char} alice`])
          expect(normaliseHandleName(raw, rule)).toEqual({ name: "alice" });
    expect(normaliseHandleName("@\u200balice", "insensitive")).toEqual({ name: "alice" });
    expect(normaliseHandleName("a\u2800b", "insensitive")).toEqual({ name: "a b" });
  });

  test.each([
    ["❤️love", "❤love"],
    ["👩‍💻dev", "👩‍💻dev"],
    ["می‌خواهم", "می‌خواهم"],
  ])("takes %j: what an emoji or a script needs stays", (raw, name) => {
    expect(normaliseHandleName(raw, "insensitive")).toEqual({ name });
    expect(normaliseHandleName(`\u200b${raw}\u200b`, "insensitive")).toEqual({ name });
  });

  test("the holder in the books names platform and handle", () => {
    expect(contributorHolder("org_1", "alice")).toBe("handle:org_1:alice");
  });
});
