import { expect, test } from "vitest";
import { diffLines } from "./diff-lines";

const short = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: " ", added: "+", removed: "-" }[kind]}${text}`);

test("says line by line what stayed, went and came", () => {
  expect(short("a\nb\nc", "a\nx\nc")).toEqual([" a", "-b", "+x", " c"]);
  expect(short("a\nb", "a\nb")).toEqual([" a", " b"]);
  expect(short("a", "a\nb")).toEqual([" a", "+b"]);
  expect(short("a\nb\nc", "c")).toEqual(["-a", "-b", " c"]);
});
