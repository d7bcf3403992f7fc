import compile from "icu-minify/compile";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "./catalogue";
import { catalogueOf } from "./catalogues";
import { LOCALES, type Locale, localeOf, PSEUDO_LOCALE } from "./locales";
import { pseudoCompiled, pseudoMessage } from "./pseudo";

const flat = (catalogue: Catalogue, path = ""): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );

/** The arguments and tags a message takes, sorted, each once. */
function parts(message: string, locale: Locale): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly unknown[]): void => {
    for (const element of elements as { type: number; value?: string; options?: object; children?: [] }[]) {
      // 0 text and 7 "#" take nothing; 8 is a tag; the others are arguments, some with branches.
      if (element.type !== 0 && element.type !== 7)
        found.add(`${element.type === 8 ? "tag " : ""}${element.value}`);
      if (element.children) visit(element.children);
      for (const option of Object.values(element.options ?? {})) visit((option as { value: [] }).value);
    }
  };
  visit(new IntlMessageFormat(message, locale).getAst());
  return [...found].sort();
}

const english = flat(catalogueOf("en") as Catalogue);

const ALL: readonly Locale[] = [...LOCALES, PSEUDO_LOCALE];

describe.each(ALL)("the messages in %s", (locale) => {
  const messages = new Map(flat(catalogueOf(locale) as Catalogue));

  test("have exactly the keys of the English ones", () => {
    expect([...messages.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  });

  test("are ICU messages with the arguments and tags of the English ones, and never empty", () => {
    const faults = english.flatMap(([key, source]) => {
      const message = messages.get(key) ?? "";
      if (message.trim() === "") return [`${key} is empty`];
      const [wanted, got] = [parts(source, "en"), parts(message, locale)];
      return wanted.join() === got.join()
        ? []
        : [`${key}: ${got.join(", ")} instead of ${wanted.join(", ")}`];
    });
    expect(faults).toEqual([]);
  });
});

test("the language is the one chosen, then the browser's best, then English", () => {
  expect(localeOf("de", "en", false)).toBe("de");
  expect(localeOf(undefined, "fr;q=0.9, de-CH;q=0.8, en;q=0.1", false)).toBe("de");
  expect(localeOf("xx", "fr", false)).toBe("en");
  expect(localeOf(undefined, "de;q=0, en;q=0.5", false)).toBe("en");
  expect(localeOf("en-XA", null, true)).toBe("en-XA");
  expect(localeOf("en-XA", null, false)).toBe("en");
});

test("the pseudo-locale marks text and leaves arguments, tags and plural keywords alone", () => {
  expect(pseudoMessage("Hi {name}, <b>go</b>")).toBe("Ĥí {name}, <b>ĝó</b>");
  expect(pseudoMessage("{n, plural, =0 {none} one {# row} other {# rows}} left")).toBe(
    "{n, plural, =0 {ñóñé} one {# ŕóŵ} other {# ŕóŵš}} ļéƒţ",
  );
});

test("a message marked after it was compiled is the same as one compiled after it was marked", () => {
  for (const [key, message] of english)
    expect(pseudoCompiled(compile(message)), key).toEqual(compile(pseudoMessage(message)));
});
