import { expect, test } from "vitest";
import { glossary, parseGlossary } from "./glossary";

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

test("what Markdown marks comes out as plain parts with a kind, across lines", () => {
  const { lead, sections } = parseGlossary(
    [
      "# Words",
      "",
      "One *word* for",
      "one thing.",
      "",
      "## Books",
      "",
      "- **Author's seat** (`author:<id>`, short: seat): what is **held**",
      "  under `held:<id>`, _meanwhile_: nothing else.",
      "- **Journal**",
    ].join("\n"),
  );
  expect(lead).toBe("One word for one thing.");
  expect(sections.map(({ title }) => title)).toEqual(["Books"]);
  const [seat, journal] = sections[0]?.entries ?? [];
  expect(seat?.term).toBe("Author's seat (author:<id>, short: seat)");
  expect(seat?.meaning.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    "text what is ",
    "strong held",
    "text  under ",
    "code held:<id>",
    "text , ",
    "text meanwhile",
    "text : nothing else.",
  ]);
  expect(journal).toEqual({ term: "Journal", meaning: [] });
});

test("markup and addresses of a file come out as text alone", () => {
  const text = "## A\n\n- **B**: <img src=x onerror=y> [here](javascript:z) **&lt;b>**";
  const parts = parseGlossary(text).sections[0]?.entries[0]?.meaning ?? [];
  expect(parts.map((part) => part.text).join("")).toBe("<img src=x onerror=y> here &lt;b>");
  expect(new Set(parts.map(({ kind }) => kind))).toEqual(new Set(["text", "strong"]));
});
