import { pathAndQuery, webAddress } from "./address";

export const IDENTIFIER_SCHEMES = ["url", "url_prefix", "isbn", "doi", "sha256"] as const;
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];
export type Identifier = Readonly<{ scheme: IdentifierScheme; value: string }>;

/** What is wrong with an identifier; pages say it in the reader's language. */
export const IDENTIFIER_FAULTS = [
  "too_long",
  "not_an_address",
  "not_web",
  "has_password",
  "has_query",
  "isbn_form",
  "isbn_check",
  "doi_form",
  "sha256_form",
] as const;
export type IdentifierFault = (typeof IDENTIFIER_FAULTS)[number];
type Parsed = { value: string } | { fault: string; code: IdentifierFault };

const URL_CHARS_MAX = 2000;

/**
 * The canonical form of an identifier, or a sentence saying what is wrong with it.
 * url, url_prefix: http(s), host lower case, default port and fragment dropped, escapes written one way (RFC 3986 §6.2);
 * what they are compared by is `addressKey`. isbn: ISBN-13 without hyphens (ISO 2108), ISBN-10 converted. doi: lower case, "10.…/…" without
 * resolver (DOI Handbook §2.4). sha256: 64 lower-case hexadecimal digits.
 */
export function parseIdentifier(scheme: IdentifierScheme, raw: string): Parsed {
  const text = raw.trim();
  switch (scheme) {
    case "url":
    case "url_prefix":
      return parseAddress(text, scheme);
    case "isbn":
      return parseIsbn(text);
    case "doi":
      return parseDoi(text);
    case "sha256":
      return /^[0-9a-f]{64}$/i.test(text)
        ? { value: text.toLowerCase() }
        : { fault: "A SHA-256 digest has 64 hexadecimal digits.", code: "sha256_form" };
  }
}

function parseAddress(text: string, scheme: "url" | "url_prefix"): Parsed {
  if (text.length > URL_CHARS_MAX)
    return { fault: `An address has ${URL_CHARS_MAX} characters at most.`, code: "too_long" };
  if (!URL.canParse(text))
    return {
      fault: "Write the whole address, such as https://example.org/essays/one.",
      code: "not_an_address",
    };
  const url = webAddress(text);
  if (url === null) return { fault: "An address starts with https:// or http://.", code: "not_web" };
  if (url.username !== "" || url.password !== "")
    return { fault: "An address may not carry a user name or password.", code: "has_password" };
  if (scheme === "url_prefix" && url.search !== "")
    return {
      fault: "A prefix ends before the question mark: give the folder, not one page of it.",
      code: "has_query",
    };
  return { value: `${url.origin}${pathAndQuery(url)}` };
}

function parseIsbn(text: string): Parsed {
  const digits = text
    .replace(/^isbn(?:-1[03])?:?\s*/i, "")
    .replace(/[\s\u2010-\u2015-]/g, "")
    .toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) {
    if (isbn10CheckDigit(digits.slice(0, 9)) !== digits.at(9)) return mistypedIsbn;
    const stem = `978${digits.slice(0, 9)}`;
    return { value: stem + isbn13CheckDigit(stem) };
  }
  if (!/^97[89]\d{10}$/.test(digits))
    return { fault: "An ISBN has 10 digits, or 13 that start with 978 or 979.", code: "isbn_form" };
  return isbn13CheckDigit(digits.slice(0, 12)) === digits.at(12) ? { value: digits } : mistypedIsbn;
}

const mistypedIsbn: Parsed = {
  fault: "The last digit of this ISBN does not fit the others: a digit is mistyped or two are swapped.",
  code: "isbn_check",
};

/** Check digit of the first nine digits of an ISBN-10: "0" to "9", or "X" for ten (ISO 2108:1992). */
export function isbn10CheckDigit(nine: string): string {
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += (10 - place) * Number(nine[place]);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? "X" : String(digit);
}

/** Check digit of the first twelve digits of an ISBN-13 (ISO 2108:2017, annex C). */
export function isbn13CheckDigit(twelve: string): string {
  let sum = 0;
  for (let place = 0; place < 12; place++) sum += (place % 2 === 0 ? 1 : 3) * Number(twelve[place]);
  return String((10 - (sum % 10)) % 10);
}

function parseDoi(text: string): Parsed {
  const bare = text.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.|www\.)?doi\.org\/)/i, "");
  const doi = /^https?:/i.test(text) ? decoded(bare) : bare;
  if (doi === null || !/^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{Cc}]{1,1000}$/u.test(doi))
    return {
      fault: "A DOI looks like 10.1000/182: “10.”, a number, a slash, then the publisher's own name.",
      code: "doi_form",
    };
  // ASCII letters of a DOI are compared without case; others are left as they are.
  return { value: doi.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

type BookScheme = Exclude<IdentifierScheme, "url" | "url_prefix">;

const SPELLED_SCHEME = /^(?:urn:|info:)?(isbn|doi|sha-?256)(?:-1[03](?!\d))?[\s:/=-]*/i;
const NAMED_SCHEME = /(?:^|[^a-z])(isbn|doi|sha-?256)(?:[^a-z]|$)/i;

const bookScheme = (word: string): BookScheme => {
  const lower = word.toLowerCase();
  return lower === "isbn" || lower === "doi" ? lower : "sha256";
};

/** What the name of a column says its works are named by ("ISBN-13", "book_doi"); null when it says nothing. */
export function schemeOfColumn(column: string): BookScheme | null {
  const word = NAMED_SCHEME.exec(column)?.[1];
  return word === undefined ? null : bookScheme(word);
}

/**
 * What a manifest's name for a work is compared by: `isbn:…`, `doi:…` or `sha256:…` in canonical form, where the name says so,
 * the column does (`named`), or the form is nothing else's: a DOI, an ISBN-13, 64 hexadecimal digits. Any other name, ours
 * and a platform's own, stays as it is.
 */
export function workKey(raw: string, named: BookScheme | null): string {
  if (raw.startsWith("wrk_")) return raw;
  const spelled = SPELLED_SCHEME.exec(raw);
  if (spelled?.[1] !== undefined)
    return keyUnder(bookScheme(spelled[1]), raw.slice(spelled[0].length)) ?? raw;
  if (named !== null) return keyUnder(named, raw) ?? raw;
  const certain = /^97[89][\d\s\u2010-\u2015-]+$/.test(raw)
    ? "isbn"
    : /^(?:10\.|https?:)/i.test(raw)
      ? "doi"
      : "sha256";
  return keyUnder(certain, raw) ?? raw;
}

function keyUnder(scheme: BookScheme, text: string): string | null {
  const parsed = parseIdentifier(scheme, text);
  return "fault" in parsed ? null : `${scheme}:${parsed.value}`;
}
