import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressKey } from "@/modules/handles/domain/address";
import { spellingsOfAddress, spellingsOfDoi, spellingsOfIsbn } from "@/test/factories/identifier-spellings";
import { IDENTIFIER_SPELLINGS } from "@/test/factories/spellings";
import { isbn10CheckDigit, isbn13CheckDigit } from "./book-names";
import { parseIdentifier, workName } from "./identifier";

const doi = fc
  .tuple(
    fc.integer({ min: 1000, max: 999_999 }),
    fc.stringMatching(/^[a-z0-9]([a-z0-9._()-]{0,12}[a-z0-9])?$/),
  )
  .filter(([, suffix]) => suffix.split("(").length === suffix.split(")").length)
  .map(([registrant, suffix]) => `10.${registrant}/${suffix}`);
const isbn = fc
  .tuple(fc.constantFrom("978", "979"), fc.stringMatching(/^\d{9}$/))
  .map(([gs1, nine]) => gs1 + nine + isbn13CheckDigit(gs1 + nine));
const address = fc
  .array(fc.stringMatching(/^[a-z0-9._~-]{1,6}$/), { minLength: 1, maxLength: 3 })
  .filter((parts) => parts.every((part) => !/^\.+$/.test(part)))
  .map((parts) => `https://f.example/${parts.join("/")}`);

/** Of these spellings those that are not read as `expected`; an assertion each would take longer than the reading. */
const misread = (
  spellings: readonly string[],
  read: (spelled: string) => unknown,
  expected: unknown,
): string[] => spellings.filter((spelled) => JSON.stringify(read(spelled)) !== JSON.stringify(expected));

// Some hundred spellings a run: 25,000 and more of each kind.
const RUNS = { numRuns: 400 };

describe("every spelling of one thing has one key", { timeout: 60_000 }, () => {
  test("a DOI, in a column of DOIs, in any other, and on registering", () => {
    fc.assert(
      fc.property(doi, (canonical) => {
        const spellings = spellingsOfDoi(canonical);
        const name = { keys: [`doi:${canonical}`], doubtful: false };
        expect(misread(spellings, (spelled) => workName(spelled, "doi"), name)).toEqual([]);
        expect(misread(spellings, (spelled) => workName(spelled, null), name)).toEqual([]);
        expect(
          misread(spellings, (spelled) => parseIdentifier("doi", spelled), { value: canonical }),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  test("an ISBN, in a column of ISBNs and on registering", () => {
    fc.assert(
      fc.property(isbn, (canonical) => {
        const spellings = spellingsOfIsbn(canonical);
        const name = { keys: [`isbn:${canonical}`], doubtful: false };
        expect(misread(spellings, (spelled) => workName(spelled, "isbn"), name)).toEqual([]);
        expect(
          misread(spellings, (spelled) => parseIdentifier("isbn", spelled), { value: canonical }),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  test("an address, as a page and on registering", () => {
    fc.assert(
      fc.property(address, (canonical) => {
        const spellings = spellingsOfAddress(canonical);
        const key = canonical.slice("https://".length);
        const registered = (spelled: string) => {
          const parsed = parseIdentifier("url", spelled);
          return "value" in parsed ? addressKey(parsed.value) : parsed;
        };
        expect(misread(spellings, addressKey, key)).toEqual([]);
        expect(misread([...spellings, key], registered, key)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("two in one cell are both, whatever stands between them", () => {
    const between = fc.constantFrom("; ", ";", ", ", ",", " | ", "|", "\n", " and ", " / ");
    fc.assert(
      fc.property(doi, doi, between, (one, other, sign) => {
        const cells = spellingsOfDoi(one)
          .filter((text) => !/[.,;"'>)\]]$/.test(text))
          .map((text) => `${text}${sign}${other}`);
        const keys = [...new Set([one, other])].map((each) => `doi:${each}`);
        expect(misread(cells, (cell) => workName(cell, "doi").keys, keys)).toEqual([]);
      }),
      { numRuns: 50 },
    );
    fc.assert(
      fc.property(isbn, isbn, between, (one, other, sign) => {
        const keys = [...new Set([one, other])].map((each) => `isbn:${each}`);
        expect(workName(`${one}${sign}${other}`, "isbn").keys).toEqual(keys);
      }),
    );
    expect(parseIdentifier("doi", "10.1000/a; 10.1000/b")).toHaveProperty("fault");
  });
});

test("spellings of the generated worlds say what they are without a column", () => {
  const read = (spelled: string) => workName(spelled, null).keys;
  const spelled = (scheme: "isbn" | "doi", clean: string) =>
    IDENTIFIER_SPELLINGS[scheme].map((spell) => spell(clean));
  expect(misread(spelled("isbn", "9780804429573"), read, ["isbn:9780804429573"])).toEqual([]);
  expect(misread(spelled("doi", "10.1000/abc"), read, ["doi:10.1000/abc"])).toEqual([]);
});

describe("what a column says it holds and does not", () => {
  test.each([
    ["story-17", "doi"],
    ["9.78080442957E+12", "isbn"],
    ["978-0-8044-2957-4", "isbn"],
    ["isbn: unknown", null],
    ["978-0-8044-2957-3; 978-0-8044-2957-4", "isbn"],
    ["10.1000/a; 10.x/b; see 10.1000.x/c x10.1000/d", "doi"],
    ["abc", "sha256"],
  ] as const)("is doubtful: %s in a column of %s", (raw, named) => {
    expect(workName(raw, named).doubtful).toBe(true);
  });

  test.each([
    ["story-17", null],
    ["wrk_01hzx", "isbn"],
    ["10.1000/182", "isbn"],
    ["804429570", null],
  ] as const)("is not: %s in a column of %s", (raw, named) => {
    expect(workName(raw, named).doubtful).toBe(false);
  });

  test("an ISBN that lost its zeros in a spreadsheet is one in a column of ISBNs only", () => {
    const nine = "007149386";
    const short = `${nine}${isbn10CheckDigit(nine)}`.replace(/^0+/, "");
    expect(workName(short, "isbn").keys).toEqual([`isbn:978${nine}${isbn13CheckDigit(`978${nine}`)}`]);
    expect(workName(short, null).keys).toEqual([short]);
  });

  test("a publisher's page is the work in a column of DOIs, with and without the page's own words", () => {
    const page = "https://journal.example/doi/10.1000/abc/full?x=1#y";
    expect(workName(page, "doi").keys).toEqual(["doi:10.1000/abc/full", "doi:10.1000/abc"]);
    expect(workName(page, null).keys).toEqual([page]);
  });
});
