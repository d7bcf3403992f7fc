import fc from "fast-check";
import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test("a path of this site stays as it is", () => {
  expect(safePath("/o/org_1/deals?state=draft#top")).toBe("/o/org_1/deals?state=draft#top");
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/./\\evil.example",
  "javascript:alert(1)",
  "/..//evil.example",
  "me",
  "",
  null,
  undefined,
])("%s leads nowhere but home", (raw) => {
  expect(safePath(raw)).toBe("/");
});

// Built from what open redirects are made of; far denser in trouble than random text.
const nasty = fc
  .array(
    fc.constantFrom(
      "/",
      "//",
      "\\",
      "..",
      ".",
      "\t",
      "\n",
      "@",
      ":",
      "https:",
      "evil.example",
      "%2f",
      "%5c",
      "?",
      "#",
      " ",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

test("whatever is sent in, the browser stays on this site", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        nasty,
        nasty.map((text) => `/${text}`),
      ),
      (raw) => {
        expect(new URL(safePath(raw), "https://remit.example").origin).toBe("https://remit.example");
      },
    ),
    { numRuns: 500 },
  );
});
