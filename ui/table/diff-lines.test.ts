import fc from "fast-check";
import { expect, test } from "vitest";
import { diffLines } from "./diff-lines";

const short = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: " ", added: "+", removed: "-" }[kind]}${text}`);

test("says line by line what stayed, went and came", () => {
  expect(short("a\nb\nc", "a\nx\nc")).toEqual([" a", "-b", "+x", " c"]);
  expect(short("a\nb", "a\nb")).toEqual([" a", " b"]);
  expect(short("a", "a\nb")).toEqual([" a", "+b"]);
  expect(short("a\nb\nc", "c")).toEqual(["-a", "-b", " c"]);
  expect(short("", "")).toEqual([" "]);
});

test("both texts can be read from it, whatever they are", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "")).map((lines) => lines.join("\n"));
  const without = (before: string, after: string, kind: string) =>
    diffLines(before, after)
      .filter((line) => line.kind !== kind)
      .map((line) => line.text)
      .join("\n");
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(without(before, after, "added")).toBe(before);
      expect(without(before, after, "removed")).toBe(after);
    }),
  );
});

test("long texts with little in common are shown as replaced", () => {
  const lines = (name: string) => Array.from({ length: 1000 }, (_, at) => `${name} ${at}`);
  const [before, after] = [
    ["first", ...lines("old")],
    ["first", ...lines("new")],
  ];
  expect(short(before.join("\n"), after.join("\n"))).toEqual([
    ...before.map((line) => `-${line}`),
    ...after.map((line) => `+${line}`),
  ]);
});
