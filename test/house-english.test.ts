import { expect, test } from "vitest";
import { allowedCounts, bannedIn, bannedWords, countsOf } from "@/scripts/house-english.mjs";

test("no document has a banned word of docs/style.md", () => {
  expect(bannedWords("documents")).toEqual([]);
});

test.each(["sources", "screens"] as const)("%s have no more banned words than before", (place) => {
  const counts = countsOf(place);
  const allowed = allowedCounts()[place];
  const more = Object.keys(counts).filter((word) => (counts[word] ?? 0) > (allowed[word] ?? 0));
  // Every place of a word that has become more frequent: one of them is new.
  const places = bannedWords(place).filter(({ word }) => more.includes(word));
  expect(places.map(({ file, line, word }) => `${word}: ${file}:${line}`)).toEqual([]);
});

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
