// The banned words of docs/style.md: finds them in documents, sources and screens, and lowers the counts that are allowed:
// `node scripts/house-english.mjs` after some were removed. test/house-english.test.ts compares; nothing raises a count.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ALLOWED = fileURLToPath(new URL("../test/house-english.json", import.meta.url));

/** Each banned word with the pattern that finds it. "a row an" is any "one file a thing". @type {Record<string, RegExp>} */
const WORDS = {
  whoever: /\bwhoever\b/gi,
  anew: /\banew\b/gi,
  mend: /\bmend(s|ed|ing)?\b/gi,
  untold: /\buntold\b/gi,
  "is told": /\b(is|are|was|were|be|been|being) +told\b(?! +apart)/gi,
  "at once": /\bat +once\b/gi,
  "as it stands": /\bas +(it|they|things) +(stands?|stood)\b/gi,
  "a row an": /\b(a|one) +(row|line|file|folder|platform|writer|command|claim|key|notice|mail) +an?\b/gi,
  beside: /\bbeside\b/gi,
};

/** Where the words are looked for. Documents have none; the other two have as many as ALLOWED says, at most. */
const PLACES = {
  documents: /^(README\.md|docs\/.*\.md)$/,
  sources: /\.(ts|tsx|mjs|cjs|js|css|prisma)$/,
  screens: /^messages\/en\/.*\.json$/,
};

/** They hold the list itself, and so its words; German documents have their own. */
const LEFT_OUT = /^(docs\/style\.md|docs\/.*\.de\.md|(scripts|test)\/house-english\..*)$/;

/**
 * The banned words in a text, in the order of their places, each with its line.
 * @param {string} text
 */
export function bannedIn(text) {
  // A phrase may go on in the next line of a comment or a list. The text keeps its length, so places stay what they are.
  const flat = text.replaceAll(/\n[ \t]*(\*(?!\/)|\/\/|--)?/g, (gap) => " ".repeat(gap.length));
  return Object.entries(WORDS)
    .flatMap(([word, pattern]) => [...flat.matchAll(pattern)].map(({ index }) => ({ word, index })))
    .sort((a, b) => a.index - b.index)
    .map(({ word, index }) => ({ word, line: text.slice(0, index).split("\n").length }));
}

/**
 * The banned words in the files of a place.
 * @param {keyof typeof PLACES} place
 */
export function bannedWords(place) {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" });
  const files = listed.split("\n").filter((file) => PLACES[place].test(file) && !LEFT_OUT.test(file));
  return files
    .filter((file) => existsSync(file))
    .flatMap((file) => bannedIn(readFileSync(file, "utf8")).map((found) => ({ file, ...found })));
}

/**
 * How often each banned word is in the files of a place.
 * @param {keyof typeof PLACES} place
 * @returns {Record<string, number>}
 */
export function countsOf(place) {
  const found = bannedWords(place);
  return Object.fromEntries(
    Object.keys(WORDS).map((word) => [word, found.filter((one) => one.word === word).length]),
  );
}

/**
 * How often each word is allowed in each place.
 * @returns {Record<"sources" | "screens", Record<string, number>>}
 */
export function allowedCounts() {
  return JSON.parse(readFileSync(ALLOWED, "utf8"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const allowed = allowedCounts();
  for (const place of /** @type {const} */ (["sources", "screens"])) {
    const counts = countsOf(place);
    for (const [word, count] of Object.entries(counts))
      allowed[place][word] = Math.min(allowed[place][word] ?? 0, count);
  }
  writeFileSync(ALLOWED, `${JSON.stringify(allowed, null, 2)}\n`);
}
