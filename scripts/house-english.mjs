// The rules of docs/style.md that a program can check: banned words in documents, sources and screens, and long docstrings.
// test/house-english.test.ts fails when there is one.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

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

/** The places that are searched. */
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
 * The files of a place.
 * @param {keyof typeof PLACES} place
 */
function filesIn(place) {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" });
  const files = listed.split("\n").filter((file) => PLACES[place].test(file) && !LEFT_OUT.test(file));
  return files.filter((file) => existsSync(file));
}

/**
 * The banned words in the files of a place.
 * @param {keyof typeof PLACES} place
 */
export function bannedWords(place) {
  return filesIn(place).flatMap((file) =>
    bannedIn(readFileSync(file, "utf8")).map((found) => ({ file, ...found })),
  );
}

const DOCSTRING_LINES_MAX = 3;
const DOCSTRING_WORDS_MAX = 45;

/** The lines of a text at which a docstring is too long. Lines of types (`@param`) do not count. @param {string} text */
export function longDocstringsIn(text) {
  return [...text.matchAll(/^[ \t]*\/\*\*(?!\/)[\s\S]*?\*\//gm)].flatMap(({ 0: comment, index }) => {
    const lines = comment
      .split("\n")
      .map((line) =>
        line
          .replace(/^\s*\/?\*+\/?/, "")
          .replace(/\*\/$/, "")
          .trim(),
      )
      .filter((line) => line !== "" && !line.startsWith("@"));
    const words = lines.join(" ").split(/\s+/).length;
    const isLong = lines.length > DOCSTRING_LINES_MAX && words > DOCSTRING_WORDS_MAX;
    return isLong ? [text.slice(0, index).split("\n").length] : [];
  });
}

/** The docstrings in the sources that are too long. The rules of a domain/ folder may take more words. */
export function longDocstrings() {
  return filesIn("sources")
    .filter((file) => !file.includes("/domain/"))
    .flatMap((file) => longDocstringsIn(readFileSync(file, "utf8")).map((line) => ({ file, line })));
}
