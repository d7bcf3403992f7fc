import { isAddressLike } from "@/modules/handles/domain/name-on";

/** Notes on how a contributor is written: each is one of NOTES (reasons.ts). */
export type ContributorNote =
  | "contributor_placeholder"
  | "contributor_altered"
  | "contributor_address"
  | "contributor_not_a_domain";

/** What programs and people write where there is no name, in lower case; none is longer than PLACEHOLDER_CHARS_MAX. */
export const PLACEHOLDERS = [
  ...["nan", "nat", "none", "null", "nil", "na", "n/a", "n.a.", "#n/a", "<na>", "(null)", "(none)", "[null]"],
  ...[
    "undefined",
    "unknown",
    "missing",
    "anonymous",
    "empty",
    "\\n",
    "-",
    "--",
    "---",
    "_",
    ".",
    "?",
    "0",
    "-1",
  ],
] as const;
export const PLACEHOLDER_CHARS_MAX = 9;

const PLACEHOLDER = new Set<string>(PLACEHOLDERS);
// 1.23457E+18 and 12345.0: an id that went through a spreadsheet or a column of decimals.
const REWRITTEN_NUMBER = /^[+-]?\d+(?:[.]0+|(?:[.,]\d+)?e[+-]?\d+)$/i;
// ="0042": how spreadsheets are kept from reading a number; O&#39;Neil: text that was escaped for a page.
const FORMULA = /^=/;
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/**
 * What is odd about a contributor as it is written. It is taken as a name all the same, since somebody may be called so;
 * the platform sees how many rows have it before money is kept under "nan".
 */
export function contributorNotes(raw: string): readonly ContributorNote[] {
  const text = raw.trim();
  const notes: ContributorNote[] = [];
  if (PLACEHOLDER.has(text.toLowerCase())) notes.push("contributor_placeholder");
  if (REWRITTEN_NUMBER.test(text) || FORMULA.test(text) || ENTITY.test(text))
    notes.push("contributor_altered");
  if (isAddressLike(text)) notes.push("contributor_address");
  return notes;
}

/** SQL that is true of every plain name (letters, digits, "_", "." and "-") that `contributorNotes` may have a note for. */
export function mayBeNotedSql(column: string): string {
  const words = PLACEHOLDERS.map((word) => `'${word}'`).join(", ");
  return `CASE WHEN strlen(${column}) <= ${PLACEHOLDER_CHARS_MAX} AND list_contains([${words}], lower(${column})) THEN true
    WHEN ascii(${column}) BETWEEN 45 AND 57 THEN regexp_full_match(${column}, '-?[0-9]+([.]0+|([.][0-9]+)?[eE]-?[0-9]+)') ELSE false END`;
}
