import { hasScheme, pathAndQuery, trimmed, webAddress, withScheme } from "@/modules/handles/domain/address";
import { canonicalHost } from "@/modules/handles/domain/host-name";
import { type BookScheme, doisIn, isbnsIn, plainSpelling, sha256sIn } from "./book-names";

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

/** Bytes of a canonical form: a work and its identifier are one row of an index, which holds 2,704 bytes (PostgreSQL, B-tree). */
const VALUE_BYTES_MAX = 2000;

/** `readIdentifier`, and a fault when the canonical form is too long to register: a path spells one "ä" with six letters. */
export function parseIdentifier(scheme: IdentifierScheme, raw: string): Parsed {
  const parsed = readIdentifier(scheme, raw);
  return "value" in parsed && bytesOf(parsed.value) > VALUE_BYTES_MAX ? tooLong : parsed;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const tooLong: Parsed = {
  fault: `An identifier has ${VALUE_BYTES_MAX} characters at most. A letter outside A to Z counts as several: an address sends ä as %C3%A4.`,
  code: "too_long",
};

/**
 * The canonical form of an identifier, or a sentence saying what is wrong with it.
 * url, url_prefix: http(s), host lower case, default port and fragment dropped, escapes written one way (RFC 3986 §6.2);
 * what they are compared by is `addressKey`. isbn: ISBN-13 without hyphens (ISO 2108), ISBN-10 converted. doi: lower case, "10.…/…" without
 * resolver (DOI Handbook §2.4). sha256: 64 lower-case hexadecimal digits.
 */
export function readIdentifier(scheme: IdentifierScheme, raw: string): Parsed {
  switch (scheme) {
    case "url":
    case "url_prefix":
      return parseAddress(raw, scheme);
    case "isbn":
      return parseIsbn(plainSpelling(raw));
    case "doi":
      return (
        onlyOne(doisIn(plainSpelling(raw), false).dois) ?? {
          fault: "A DOI looks like 10.1000/182: “10.”, a number, a slash, then the publisher's own name.",
          code: "doi_form",
        }
      );
    case "sha256":
      return (
        onlyOne(sha256sIn(plainSpelling(raw))) ?? {
          fault: "A SHA-256 digest has 64 hexadecimal digits.",
          code: "sha256_form",
        }
      );
  }
}

function onlyOne(values: readonly string[]): Parsed | null {
  const [value, ...others] = values;
  return value === undefined || others.length > 0 ? null : { value };
}

function parseAddress(raw: string, scheme: "url" | "url_prefix"): Parsed {
  const text = withScheme(raw);
  if (text.length > VALUE_BYTES_MAX) return tooLong;
  if (!URL.canParse(text)) return noAddress;
  const url = webAddress(text);
  if (url === null) return { fault: "An address starts with https:// or http://.", code: "not_web" };
  // What was typed without a scheme is an address only when it begins with a host people know: "essay" does not.
  if (!hasScheme(trimmed(raw)) && canonicalHost(url.hostname) === null) return noAddress;
  if (url.username !== "" || url.password !== "")
    return { fault: "Enter the address without a user name or password.", code: "has_password" };
  if (scheme === "url_prefix" && url.search !== "")
    return {
      fault: "Leave out the question mark and everything after it. Enter the folder, not a single page.",
      code: "has_query",
    };
  return { value: `${url.origin}${pathAndQuery(url)}` };
}

const noAddress: Parsed = {
  fault: "Write the whole address, such as https://example.org/essays/one.",
  code: "not_an_address",
};

function parseIsbn(text: string): Parsed {
  const one = onlyOne(isbnsIn(text, "written").isbns);
  if (one !== null) return one;
  const digits = text.replace(/[^\dXx]/g, "");
  const isMistyped = isbnsIn(text, "written").rest && (digits.length === 10 || /^97[89]\d{10}$/.test(digits));
  return isMistyped
    ? {
        fault:
          "The last digit of this ISBN does not match the others. Check for a mistyped digit, or two that are swapped.",
        code: "isbn_check",
      }
    : { fault: "An ISBN has 10 digits, or 13 that start with 978 or 979.", code: "isbn_form" };
}

const NAMED_SCHEME = /(?:^|[^a-z])(isbn|doi|sha-?256)(?:[^a-z]|$)/i;
const SPELLED_SCHEME = /(?:^|[\s;,|(/:])(?:urn:|info:)?(isbn|doi|sha-?256)(?![a-z])/i;

const bookScheme = (word: string): BookScheme => {
  const lower = word.toLowerCase();
  return lower === "isbn" || lower === "doi" ? lower : "sha256";
};

/** What the name of a column says its works are named by ("ISBN-13", "book_doi", "bookDoi"); null when it says nothing. */
export function schemeOfColumn(column: string): BookScheme | null {
  const words = column.replace(/([a-z])([A-Z])/g, "$1 $2");
  const word = NAMED_SCHEME.exec(words)?.[1];
  return word === undefined ? null : bookScheme(word);
}

/** `keys`: what a name for a work is compared by. `doubtful`: it says that it holds an identifier, and not all of it is one. */
export type WorkName = Readonly<{ keys: readonly string[]; doubtful: boolean }>;

/**
 * What a manifest's name for a work is compared by: every `isbn:…`, `doi:…` and `sha256:…` in it in canonical form, and our
 * ids. A text is looked at as an ISBN where it says so, where its column does (`named`), or where it is nothing but ISBN-13s; a
 * DOI and 64 hexadecimal digits are nothing else's form. Any other name, such as a platform's own, stays as it is.
 */
export function workName(raw: string, named: BookScheme | null): WorkName {
  const text = plainSpelling(raw);
  const ours = text.split(/[\s;,|]+/).filter((word) => /^wrk_[0-9A-Za-z]+$/.test(word));
  const spelled = SPELLED_SCHEME.exec(text)?.[1];
  const said = spelled === undefined ? named : bookScheme(spelled);
  const { dois, rest: noDoi } = doisIn(text, named === "doi");
  const how = named === "isbn" ? "column" : said === "isbn" ? "written" : "bare";
  const { isbns, rest: noIsbn } = dois.length > 0 && how === "bare" ? NO_ISBN : isbnsIn(text, how);
  const keys = [
    ...ours,
    ...dois.map((doi) => `doi:${doi}`),
    ...isbns.map((isbn) => `isbn:${isbn}`),
    ...sha256sIn(text).map((digest) => `sha256:${digest}`),
  ];
  const left = (said === "doi" && noDoi) || (said === "isbn" && noIsbn);
  return {
    keys: keys.length > 0 ? keys : [text],
    doubtful: ours.length === 0 && said !== null && (keys.length === 0 || left),
  };
}

const NO_ISBN = { isbns: [], rest: false } as const;
