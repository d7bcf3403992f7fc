import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isbn10CheckDigit, isbn13CheckDigit } from "./book-names";
import { IDENTIFIER_SCHEMES, parseIdentifier, schemeOfColumn, workName } from "./identifier";

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe("parseIdentifier", () => {
  test("is idempotent: a canonical form is its own canonical form", () => {
    const anything = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom("http", "HTTPS"), fc.stringMatching(/^[A-Za-z0-9.-]{1,20}$/), fc.string())
        .map(([scheme, host, rest]) => `${scheme}://${host}/${rest}`),
      fc.string().map((text) => `10.1234/${text}`),
      fc.string().map((text) => `https://doi.org/10.1234/${encodeURIComponent(text.toWellFormed())}`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...IDENTIFIER_SCHEMES), anything, (scheme, raw) => {
        const first = parseIdentifier(scheme, raw);
        if ("value" in first) expect(parseIdentifier(scheme, first.value)).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  test("an ISBN-10 and its ISBN-13 are one book, with or without hyphens", () => {
    fc.assert(
      fc.property(digits(9), (nine) => {
        const ten = nine + isbn10CheckDigit(nine);
        const thirteen = `978${nine}${isbn13CheckDigit(`978${nine}`)}`;
        expect(parseIdentifier("isbn", ten)).toEqual({ value: thirteen });
        expect(parseIdentifier("isbn", `ISBN ${ten.slice(0, 1)}-${ten.slice(1, 5)}-${ten.slice(5)}`)).toEqual(
          {
            value: thirteen,
          },
        );
        expect(parseIdentifier("isbn", thirteen)).toEqual({ value: thirteen });
      }),
    );
    expect(parseIdentifier("isbn", "0-8044-2957-X")).toEqual({ value: "9780804429573" });
  });

  test("one wrong digit is always noticed", () => {
    fc.assert(
      fc.property(digits(9), fc.nat(11), fc.integer({ min: 1, max: 9 }), (nine, place, shift) => {
        const good = `978${nine}${isbn13CheckDigit(`978${nine}`)}`;
        const at = Math.max(3, place);
        const wrong = good.slice(0, at) + ((Number(good[at]) + shift) % 10) + good.slice(at + 1);
        expect(parseIdentifier("isbn", wrong)).toHaveProperty("fault");
      }),
    );
  });

  test.each([
    ["url", "HTTPS://Example.ORG:443/a/../b?q=1#part", "https://example.org/b?q=1"],
    ["url_prefix", "https://example.org/essays/", "https://example.org/essays/"],
    ["url_prefix", "https://example.org", "https://example.org/"],
    ["url", "example.org/page", "https://example.org/page"],
    ["url", " GitHub.com/ann/book\u200B", "https://github.com/ann/book"],
    ["url", "//example.org:8443/a", "https://example.org:8443/a"],
    ["url_prefix", "exämple.de", "https://xn--exmple-cua.de/"],
    ["url", "https://example.org./a", "https://example.org/a"],
    ["url", "http://example.org/%7eann/%c3%a9", "http://example.org/~ann/%C3%A9"],
    ["doi", "https://doi.org/10.1000/ABC%28x%29", "10.1000/abc(x)"],
    ["doi", "doi: 10.1038/S41586-020", "10.1038/s41586-020"],
    ["sha256", "A".repeat(64), "a".repeat(64)],
  ] as const)("%s %s → %s", (scheme, raw, value) => {
    expect(parseIdentifier(scheme, raw)).toEqual({ value });
  });

  test.each([
    ["url", "essay"],
    ["url", "localhost:8080/page"],
    ["url", "mailto:ann@example.org"],
    ["url", "two words.example"],
    ["url", "javascript:alert(1)"],
    ["url", "https://me:secret@example.org/"],
    ["url_prefix", "https://example.org/?q="],
    ["isbn", "9780804429574"],
    ["isbn", "1234567890123"],
    ["isbn", "X804429570"],
    ["doi", "11.1000/182"],
    ["doi", "10.1000"],
    ["doi", "https://doi.org/10.1000/%E0%A4%A"],
    ["sha256", "abc"],
  ] as const)("%s refuses %s", (scheme, raw) => {
    expect(parseIdentifier(scheme, raw)).toHaveProperty("fault");
  });
});

describe("the length of a canonical form", () => {
  const page = "https://example.org/";
  test.each([
    ["url", true, `${page}${"a".repeat(1980)}`],
    ["url", false, `${page}${"a".repeat(1981)}`],
    ["url", true, `${page}${"文".repeat(220)}`],
    ["url", false, `${page}${"文".repeat(221)}`],
    ["url_prefix", false, `${page}${"文".repeat(600)}`],
    ["url_prefix", false, `${page}${"文".repeat(1900)}`],
    ["url", false, `exämple.org/${"ä".repeat(600)}`],
    ["doi", true, `10.1000/${"文".repeat(664)}`],
    ["doi", false, `10.1000/${"文".repeat(665)}`],
    ["doi", false, `10.1000/${"🌍".repeat(999)}`],
  ] as const)("%s fits: %s (case %#)", (scheme, fits, raw) => {
    expect(parseIdentifier(scheme, raw)).toEqual(
      fits ? { value: expect.any(String) } : { fault: expect.stringContaining("2000"), code: "too_long" },
    );
  });

  test("is no bound for a row: it may say more than anybody registers", () => {
    const doi = `10.1000/${"文".repeat(900)}`;
    expect(workName(doi, null)).toEqual({ keys: [`doi:${doi}`], doubtful: false });
  });
});

describe("workName", () => {
  const HEX = "ab".repeat(32);
  test.each([
    ["978-0-8044-2957-3", null, "isbn:9780804429573"],
    ["ISBN: 0-8044-2957-X", null, "isbn:9780804429573"],
    ["ISBN-13 9780804429573", null, "isbn:9780804429573"],
    ["urn:isbn:9780804429573", null, "isbn:9780804429573"],
    ["isbn:9780804429573", null, "isbn:9780804429573"],
    ["080442957X", "isbn", "isbn:9780804429573"],
    ["10.1000/ABC", null, "doi:10.1000/abc"],
    ["DOI:10.1000/ABC", null, "doi:10.1000/abc"],
    ["https://doi.org/10.1000/ABC", null, "doi:10.1000/abc"],
    [HEX.toUpperCase(), null, `sha256:${HEX}`],
    [`SHA-256:${HEX}`, null, `sha256:${HEX}`],
    [HEX, "sha256", `sha256:${HEX}`],
  ] as const)("%s (column: %s) → %s", (raw, named, key) => {
    expect(workName(raw, named)).toEqual({ keys: [key], doubtful: false });
    expect(workName(key, named)).toEqual({ keys: [key], doubtful: false });
  });

  test.each([
    ["wrk_01hzx", "isbn"],
    ["080442957X", null],
    ["9780804429574", null],
    ["isbn:unknown", null],
    ["story-17", "doi"],
    ["https://f.example/work/1", null],
    ["1712345678901", null],
  ] as const)("%s (column: %s) stays as it is", (raw, named) => {
    expect(workName(raw, named).keys).toEqual([raw]);
  });

  test.each([
    ["ISBN-13", "isbn"],
    ["book_isbn", "isbn"],
    ["isbn13", "isbn"],
    ["DOI", "doi"],
    ["sha256", "sha256"],
    ["work_id", null],
    ["doings", null],
  ])("the column %s names %s", (column, scheme) => {
    expect(schemeOfColumn(column)).toBe(scheme);
  });
});
