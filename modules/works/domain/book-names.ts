export type BookScheme = "isbn" | "doi" | "sha256";

/**
 * A name for a work as it was meant, however it was pasted: full-width signs and every dash in their plain form, nothing
 * invisible, one space for any white space, without quotes around it or a spreadsheet's `="…"`.
 */
export function plainSpelling(raw: string): string {
  return raw
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/^[\s=]*["'“”„‘’«»<[({]+|^[\s=]+/u, "")
    .replace(/[\s"'“”‘’«»]+$/u, "");
}

// How a DOI begins: registrant and slash (DOI Handbook §2.2), or the slash as a resolver's link escapes it.
const START = String.raw`10\.\d{4,9}(?:\.\d+)*(?:/|%2f)`;
// Before the next DOI of a list there may stand what people put before one.
const LEAD = String.raw`(?:https?://[^\s;,|]*?/|[a-z0-9.-]+/|(?:urn:|info:)?doi[:/=\s]*)?`;
const BETWEEN = new RegExp(String.raw`\s+|[;,|]+(?=${LEAD}${START})`, "i");
const DOI = new RegExp(`^(.*?)(${START}.+)$`, "i");
const SAID = /^(?:(?:urn|info)[:/])?(?:doi[:/=]*)*$/i;
const RESOLVER =
  /^(?:doi[:=]*)?(?:https?:)?(?:\/\/)?(?:[a-z0-9-]+\.)*(?:doi\.org|handle\.net)\/+(?:(?:urn:|info:)?doi[:/])?$/i;

/**
 * The DOIs in a text (`plainSpelling`), each once and in canonical form: without resolver, its link's query and fragment,
 * escapes and the punctuation of a sentence; ASCII letters in lower case (DOI Handbook §2.4). `anywhere`: also within other
 * addresses, such as a publisher's. `rest`: something else in it begins like a DOI.
 */
export function doisIn(
  text: string,
  anywhere: boolean,
): Readonly<{ dois: readonly string[]; rest: boolean }> {
  const dois = new Set<string>();
  let rest = false;
  for (const part of text.split(BETWEEN)) {
    const [, lead = "", tail = ""] = DOI.exec(part ?? "") ?? [];
    if (tail === "") continue;
    const isLink = /\/|\?/.test(lead.replace(/^info:doi\//i, ""));
    const isTaken = SAID.test(lead) || RESOLVER.test(lead) || (anywhere && /[^\w.]$/.test(lead));
    const doi = isTaken ? canonicalDoi(isLink ? tail.replace(/[?#].*$/s, "") : tail, isLink) : null;
    if (doi === null) rest = true;
    else if (doi.split(BETWEEN).length > 1) for (const one of doisIn(doi, anywhere).dois) dois.add(one);
    else {
      dois.add(doi);
      // A publisher's page of a work has words of its own behind the DOI; which of both it is, the work decides.
      const bare = doi.replace(PAGE_WORDS, "");
      if (isLink && !RESOLVER.test(lead) && bare !== doi) dois.add(bare);
    }
  }
  return { dois: [...dois], rest };
}

const PAGE_WORDS =
  /(?:\/(?:full|fulltext|abstract|abs|pdf|epdf|html|meta|summary|references))+$|\.(?:pdf|html?)$/;

function canonicalDoi(tail: string, isLink: boolean): string | null {
  if (isLink && decoded(tail) === null) return null;
  let doi = tail;
  for (let turn = 0; turn < 20; turn++) {
    const next = plainSpelling(withoutPunctuation(decoded(doi) ?? doi)).replace(/[A-Z]+/g, (letters) =>
      letters.toLowerCase(),
    );
    if (next === doi) break;
    doi = next;
  }
  return /^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{Cc}]{1,1000}$/u.test(doi) ? doi : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const OPENING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{", ">": "<" };

/** Without the punctuation of a sentence at its end; a bracket that was opened within stays. */
function withoutPunctuation(text: string): string {
  let end = text.length;
  for (; end > 0; end--) {
    const sign = text[end - 1] as string;
    const opening = OPENING[sign];
    if (
      opening === undefined ? !/[.,;:!?"'“”‘’»\s/]/.test(sign) : isBalanced(text.slice(0, end), opening, sign)
    )
      break;
  }
  return text.slice(0, end);
}

const isBalanced = (text: string, opening: string, closing: string): boolean =>
  text.split(opening).length >= text.split(closing).length;

const THIRTEEN = /(?<!\d)97[89](?:[ _-]{0,3}\d){10}(?!\d)/g;
const TEN = /(?<![\dX])\d(?:[ _-]{0,3}\d){8}[ _-]{0,3}[\dX](?![\dX])/gi;
const SAYS_ISBN = /(?:urn:)?isbn[ _-]*(?:1[03](?=[ :=._-]|97[89]))?[ :=#._/-]*/gi;

/**
 * The ISBNs in a text (`plainSpelling`), each once, as ISBN-13 without hyphens (ISO 2108), ISBN-10 converted; only those
 * whose check digit fits. `how`: "bare" takes a text that is ISBN-13s and nothing else, "written" any in it, "column" also
 * numbers that lost the zeros before them in a spreadsheet. `rest`: other digits enough for an ISBN are left.
 */
export function isbnsIn(
  text: string,
  how: "bare" | "written" | "column",
): Readonly<{ isbns: readonly string[]; rest: boolean }> {
  const isbns = new Set<string>();
  const take = (isbn: string | null, found: string): string => {
    if (isbn === null) return found;
    isbns.add(isbn);
    return " ; ";
  };
  let left = text.replace(SAYS_ISBN, " ").replace(THIRTEEN, (found) => take(isbn13(bare(found)), found));
  if (how === "bare") return /^(?:\.0+|[^\p{L}\d])*$/u.test(left) ? { isbns: [...isbns], rest: false } : NONE;
  left = left.replace(TEN, (found) => take(isbn13OfTen(bare(found)), found));
  const short = /^[ ;]*(\d{8,9})(?:\.0+)?[ ;]*$/.exec(left)?.[1];
  if (how === "column" && short !== undefined) left = take(isbn13OfTen(short.padStart(10, "0")), left);
  return { isbns: [...isbns], rest: /\d(?:[ _-]{0,3}\d){7}/.test(left) };
}

const NONE = { isbns: [], rest: false } as const;
const bare = (found: string): string => found.replace(/[ _-]/g, "").toUpperCase();

const isbn13 = (digits: string): string | null =>
  isbn13CheckDigit(digits.slice(0, 12)) === digits.at(12) ? digits : null;

function isbn13OfTen(digits: string): string | null {
  if (isbn10CheckDigit(digits.slice(0, 9)) !== digits.at(9)) return null;
  const stem = `978${digits.slice(0, 9)}`;
  return stem + isbn13CheckDigit(stem);
}

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

/** The SHA-256 digests in a text (`plainSpelling`), each once, in lower case. */
export function sha256sIn(text: string): readonly string[] {
  const found = text.matchAll(/(?<![0-9A-Za-z])(?:sha-?256[:=\s-]*|0x)?([0-9a-f]{64})(?![0-9A-Za-z])/gi);
  return [...new Set([...found].map(([, digest]) => (digest ?? "").toLowerCase()))];
}
