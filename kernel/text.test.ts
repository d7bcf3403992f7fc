import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, isWellFormed } from "./text";

test("a text is cut to its beginning and never in the middle of a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(40), (raw, max) => {
      const text = raw.toWellFormed();
      const cut = cutText(text, max);
      expect(text.startsWith(cut)).toBe(true);
      expect(isWellFormed(cut)).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(max, text.length) - 1);
    }),
  );
  expect(cutText("ab😀", 3)).toBe("ab");
  expect(cutText("ab😀", 4)).toBe("ab😀");
});
