import { expect, test } from "vitest";
import { qrModules } from "./qr";

const textOf = (bytes: number) =>
  Array.from({ length: bytes }, (_, index) => "otpauth://totp/Remit:"[index % 21]).join("");
/** A number that changes with any module (FNV-1a). */
const digest = (text: string) =>
  (qrModules(text) ?? [])
    .flat()
    .reduce((sum, dark) => Math.imul(sum ^ Number(dark), 0x01000193) >>> 0, 0x811c9dc5);

// What these codes say was read back by another implementation (jsQR) when they were written down: every length there is room for.
test.each([
  [14, 21, 2058104657],
  [26, 25, 2374586911],
  [42, 29, 3586697543],
  [62, 33, 896790425],
  [84, 37, 3650005401],
  [106, 41, 3113993049],
  [122, 45, 3162023575],
  [152, 49, 3557861845],
  [180, 53, 247896833],
  [213, 57, 1129079723],
])("%i bytes fill %i modules a side", (bytes, size, known) => {
  expect(qrModules(textOf(bytes))).toHaveLength(size);
  expect(digest(textOf(bytes))).toBe(known);
});

test("three corners have their finder, and the fourth its dark module's place", () => {
  const rows = qrModules("HELLO") ?? [];
  const finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];
  const part = (x: number, y: number) =>
    Array.from({ length: 7 }, (_, dy) =>
      rows[y + dy]
        ?.slice(x, x + 7)
        .map(Number)
        .join(""),
    );
  for (const [x, y] of [
    [0, 0],
    [14, 0],
    [0, 14],
  ] as const)
    expect(part(x, y)).toEqual(finder);
  expect(rows[13]?.[8]).toBe(true);
});

test("a text that is too long has none", () => expect(qrModules(textOf(214))).toBeNull());
