import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { invisibleFault, withoutAnyIgnorable, withoutIgnorables } from "./invisible";

/** One of each kind that is dropped wherever it is. */
const DROPPED = [
  ..."\uFEFF\u200B\u2060\u00AD\u034F\u061C\u200E\u200F\u202A\u202B\u202C\u2066\u2067\u2068\u2069\u2064\u206A",
  ..."\u115F\u1160\u3164\uFFA0\u17B4\u180B\u180E\uFE00\uFE0F\u{E0001}\u{E0041}\u{E0100}\u{1D173}",
];

describe("withoutIgnorables", () => {
  test.each(DROPPED)("drops %j from letters", (char) => {
    expect(withoutIgnorables(`${char}ali${char}ce${char}`)).toBe("alice");
  });

  test.each([
    ["می\u200cخواهم", "Persian"],
    ["ක්\u200dය", "Sinhala conjunct"],
    ["क्\u200dष", "Devanagari half form"],
    ["क्\u200cष", "Devanagari explicit virama"],
    ["👩\u200d💻dev", "emoji of several"],
    ["👩🏽\u200d🚀", "with a skin tone"],
    ["\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "the flag of Scotland"],
  ])("keeps what is needed in %j (%s)", (text) => {
    expect(withoutIgnorables(text)).toBe(text);
    expect(invisibleFault(text)).toBeNull();
  });

  test.each([
    ["ali\u200dce", "alice"],
    ["ali\u200cce", "alice"],
    ["👩\u200d\u200d💻", "👩💻"],
    ["dev\u200d💻", "dev💻"],
    // Alef does not join to what follows: the joiner changes nothing there.
    ["ا\u200cب", "اب"],
    ["❤\uFE0Flove", "❤love"],
    ["\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", "\u{1F3F4}"],
  ])("drops what is not needed: %j", (text, plain) => {
    expect(withoutIgnorables(text)).toBe(plain);
  });

  test("is idempotent, and leaves nothing ignorable but joiners and tags", () => {
    const unit = fc.oneof(
      fc.constantFrom(...DROPPED, "\u200c", "\u200d", "م", "ا", "क", "्", "👩", "💻", "🏽", "a", "\u{1F3F4}"),
      fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const once = withoutIgnorables(units.join(""));
        expect(withoutIgnorables(once)).toBe(once);
        expect(once.replace(/[\u200c\u200d]|[\u{E0000}-\u{E007F}]/gu, "")).toBe(
          withoutAnyIgnorable(units.join("")),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("invisibleFault", () => {
  test.each(["An essay", "Zwei\nZeilen", "❤️ love", "می\u200cخواهم", "שלום", "1️⃣ first", "naïve — “quoted”"])(
    "takes %j",
    (text) => {
      expect(invisibleFault(text)).toBeNull();
    },
  );

  test.each([
    ["North\u200bwind", "U+200B", "“North”"],
    ["\u202egnp.exe", "U+202E", "at the beginning"],
    ["a\u2066b", "U+2066", "“a”"],
    ["soft\u00adhyphen", "U+00AD", "“soft”"],
    ["a\u0007b", "U+0007", "“a”"],
    ["a\uFE0Fb", "U+FE0F", "“a”"],
    ["x\u200dy", "U+200D", "“x”"],
  ])("names what is wrong with %j, and where", (text, char, where) => {
    expect(invisibleFault(text)).toContain(char);
    expect(invisibleFault(text)).toContain(where);
  });
});
