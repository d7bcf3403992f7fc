import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { qrModules } from "./qr";

const textOf = (bytes: number) =>
  Array.from({ length: bytes }, (_, index) => "otpauth://totp/Remit:"[index % 21]).join("");
const digest = (text: string) =>
  createHash("sha256")
    .update((qrModules(text) ?? []).map((row) => row.map(Number).join("")).join("\n"))
    .digest("hex")
    .slice(0, 16);

// What these codes say was read back by another implementation (jsQR) when they were written down: every length there is room for.
test.each([
  [14, 21, "8332c0f218dfcae0"],
  [26, 25, "d10ed3e4df880624"],
  [42, 29, "89153fea05504c49"],
  [62, 33, "4c98be83aa6ffc47"],
  [84, 37, "2efec1b3696df6de"],
  [106, 41, "42964eb5af14f3a3"],
  [122, 45, "e5a9731e9ee5edbe"],
  [152, 49, "2a8e33b5fe581076"],
  [180, 53, "1c1554187c07f965"],
  [213, 57, "fc05c1f2615fec84"],
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
