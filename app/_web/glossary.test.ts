import { expect, test } from "vitest";
import { glossary } from "./glossary";

test("every line of the glossary is a term with a meaning", () => {
  for (const locale of ["en", "de"] as const) {
    const { lead, sections } = glossary(locale);
    expect(lead.length).toBeGreaterThan(40);
    for (const { entries } of sections)
      for (const { term, meaning } of entries) {
        expect(term, locale).not.toMatch(/[*:]$|\*\*/);
        expect(meaning.length, term).toBeGreaterThan(0);
      }
  }
});

test("no line names a decision by its number, which readers of the page do not know", () => {
  for (const locale of ["en", "de"] as const)
    expect(JSON.stringify(glossary(locale))).not.toMatch(/\b0\d{3}\b/);
});

test("the German glossary has as many terms in each section as the English one", () => {
  const shape = (locale: "en" | "de") => glossary(locale).sections.map(({ entries }) => entries.length);
  expect(shape("de")).toEqual(shape("en"));
});
