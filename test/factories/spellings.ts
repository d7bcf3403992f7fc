import { spellingsOfAddress, spellingsOfDoi, spellingsOfIsbn } from "./identifier-spellings";

/** Ways to write one thing that mean the same. New kinds of identifiers are added here: each takes its clean spelling. */
export type Spelling = (clean: string) => string;

const UNSEEN = [
  "\uFEFF",
  "\u200B",
  "\u2060",
  "\u00AD",
  "\u200E",
  "\u2066",
  "\u3164",
  "\uFE0F",
  "\u200D",
  "\u{E0041}",
];
const wide = (text: string) =>
  text.replace(/[a-z0-9]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Spellings of a contributor's name where case does not count. */
export const NAME_SPELLINGS: readonly Spelling[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => ` ${name} `,
  (name) => `@${name}`,
  (name) => `u/${name}`,
  (name) => `/user/${name}`,
  (name) => `@ ${name}\u00a0`,
  wide,
  (name) => `https://f.example/u/${name}`,
  (name) => `www.f.example/@${name}/`,
  ...UNSEEN.flatMap((char): Spelling[] => [
    (name) => char + name,
    (name) => name + char,
    (name) => name.slice(0, 1) + char + name.slice(1),
    (name) => `@${char}${name}`,
  ]),
];

/** Spellings of a marker for deleted people. */
export const MARKER_SPELLINGS: readonly Spelling[] = NAME_SPELLINGS.filter(
  (spell) => !spell("x").includes("f.example"),
);

/** One spelling for each that `all` gives of a text; none with a quote, which the rows of worlds are written between. */
const eachOf = (all: (clean: string) => readonly string[], sample: string): readonly Spelling[] => {
  const usable = (clean: string) => all(clean).filter((spelled) => !spelled.includes('"'));
  return usable(sample).map((_, at) => (clean) => usable(clean)[at] ?? clean);
};

/**
 * Spellings of an identifier of a work; those of the clean form alone are "the same". ISBN-10s without a word before them are left out:
 * they are ISBNs only in a column that says so.
 */
export const IDENTIFIER_SPELLINGS: Readonly<Record<"isbn" | "doi" | "sha256" | "url", readonly Spelling[]>> =
  {
    isbn: eachOf(
      (isbn) =>
        spellingsOfIsbn(isbn).filter(
          (spelled) => /97[89]|\uff19|isbn/i.test(spelled) && !/pbk|^'/.test(spelled),
        ),
      "9780804429573",
    ),
    doi: eachOf(spellingsOfDoi, "10.1000/abc"),
    sha256: [(digest) => digest, (digest) => digest.toUpperCase(), (digest) => `sha256:${digest}`],
    url: eachOf(spellingsOfAddress, "https://f.example/a/1"),
  };
