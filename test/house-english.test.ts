import { expect, test } from "vitest";
import { bannedIn, bannedWords, longDocstrings, longDocstringsIn } from "@/scripts/house-english.mjs";

test.each(["documents", "sources", "screens"] as const)(
  "%s have no banned word of docs/style.md",
  (place) => {
    expect(bannedWords(place).map(({ file, line, word }) => `${word}: ${file}:${line}`)).toEqual([]);
  },
);

test("banned words are found with their lines, also where a phrase is broken", () => {
  const text =
    "/**\n * Whoever asks is\n * told at\n * once, beside one\n * row an item.\n */\n// mended anew";
  expect(bannedIn(text).map(({ word, line }) => `${line} ${word}`)).toEqual([
    "2 whoever",
    "2 is told",
    "3 at once",
    "4 beside",
    "4 a row an",
    "7 mend",
    "7 anew",
  ]);
});

test("ordinary words are not taken for banned ones", () => {
  expect(bannedIn("Amend it, besides; they are told apart; at one once; 30 looks an hour.")).toEqual([]);
});

test("no docstring outside domain/ is too long", () => {
  expect(longDocstrings().map(({ file, line }) => `${file}:${line}`)).toEqual([]);
});

test("a docstring is too long with more than three lines and 45 words; types do not count", () => {
  const docstring = (lines: number, words: number) =>
    `\n/**\n${" * word\n".repeat(lines - 1)} * ${"word ".repeat(words - lines + 1)}\n * @param {string} a b c d\n */\n`;
  expect(longDocstringsIn(docstring(3, 200))).toEqual([]);
  expect(longDocstringsIn(docstring(9, 45))).toEqual([]);
  expect(longDocstringsIn(docstring(4, 46) + docstring(4, 46))).toEqual([2, 10]);
  expect(longDocstringsIn(`/** ${"word ".repeat(60)}*/`)).toEqual([]);
});
