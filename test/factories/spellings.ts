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

/** Spellings of an identifier of a work; those of the clean form alone are "the same". */
export const IDENTIFIER_SPELLINGS: Readonly<Record<"isbn" | "doi" | "sha256" | "url", readonly Spelling[]>> =
  {
    isbn: [
      (isbn) => isbn,
      (isbn) => `ISBN ${isbn}`,
      (isbn) => `isbn:${isbn}`,
      (isbn) => `${isbn.slice(0, 3)}-${isbn.slice(3, 4)}-${isbn.slice(4)}`,
    ],
    doi: [
      (doi) => doi,
      (doi) => doi.toUpperCase(),
      (doi) => `doi:${doi}`,
      (doi) => `https://doi.org/${doi}`,
      (doi) => `http://dx.doi.org/${doi}`,
    ],
    sha256: [(digest) => digest, (digest) => digest.toUpperCase(), (digest) => `sha256:${digest}`],
    url: [
      (url) => url,
      (url) => url.replace("https:", "http:"),
      (url) => url.replace("https://f", "HTTPS://F"),
      (url) => url.replace("f.example/", "f.example:443/"),
      (url) => url.replace("f.example/", "f.example/x/../"),
      (url) => `${url}#part`,
    ],
  };
