import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eyeKey, lookAlikeKey, mixedScripts } from "./look-alike";

const name = fc.oneof(
  fc.stringMatching(/^[A-Za-z ]{1,20}$/),
  fc
    .array(fc.nat(0x10ffff).map((code) => String.fromCodePoint(code).toWellFormed()))
    .map((all) => all.join("")),
);
const unseen = fc.constantFrom(
  "\u200b",
  "\u200d",
  "\ufeff",
  "\u00ad",
  "\u202e",
  "\u2066",
  "\u3164",
  "\ufe0f",
);

describe("eyeKey", () => {
  test("is idempotent, and blind to what nobody sees, wherever it is", () => {
    fc.assert(
      fc.property(name, unseen, fc.nat(20), (text, char, at) => {
        const key = eyeKey(text);
        expect(eyeKey(key)).toBe(key);
        const letters = [...text];
        const marked = [...letters.slice(0, at), char, ...letters.slice(at)].join("");
        // Composition across the place may differ, so only names of letters and spaces are held to it.
        if (/^[A-Za-z ]*$/.test(text)) expect(eyeKey(marked)).toBe(key);
      }),
    );
  });

  test.each([
    ["Northwind  Models", "northwind models"],
    [" NORTHWIND\u00a0MODELS ", "northwind models"],
    ["Ｎｏｒｔｈｗｉｎｄ Models", "northwind models"],
    ["North\u200bwind Models", "northwind models"],
    ["STRASSE", "straße"],
  ])("%j and %j are one name", (one, other) => {
    expect(eyeKey(one)).toBe(eyeKey(other));
  });

  test("keeps apart what can be told apart", () => {
    expect(eyeKey("Northwind Models")).not.toBe(eyeKey("Northwind Modèls"));
    expect(eyeKey("Northwind Models")).not.toBe(eyeKey("Northwind M\u043edels"));
  });
});

describe("lookAlikeKey", () => {
  test.each([
    ["Northwind M\u043edels", "Northwind Models", "Cyrillic o"],
    ["\u0410\u0412\u0421 Labs", "ABC Labs", "Cyrillic capitals"],
    ["\u039f\u03c1en", "Open", "Greek"],
    ["OpenAl", "OpenAI", "l for I"],
    ["N0rthwind Mode1s", "Northwind Models", "digits"],
    ["Modem Labs", "Modern Labs", "rn for m"],
    ["North-wind Models", "Northwind Models", "a hyphen"],
  ])("%j looks like %j (%s)", (one, other) => {
    expect(lookAlikeKey(one)).toBe(lookAlikeKey(other));
  });

  test.each([
    ["Northwind Models", "Northwind Modules"],
    ["Kestrel Labs", "Kestrel Lab"],
    ["Яндекс", "Yandex"],
  ])("%j is not taken for %j", (one, other) => {
    expect(lookAlikeKey(one)).not.toBe(lookAlikeKey(other));
  });
});

test("a word that mixes scripts is found, an honest name is not", () => {
  expect(mixedScripts("Northwind M\u043edels")).toEqual(["Latin", "Cyrillic"]);
  for (const honest of [
    "Northwind Models",
    "Яндекс Search",
    "東京ラボ Tokyo",
    "서울 Lab",
    "Müller & Söhne",
    "ДОМ.RU",
  ])
    expect(mixedScripts(honest)).toEqual([]);
});
