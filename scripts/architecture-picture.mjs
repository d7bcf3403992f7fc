// Writes the two pictures of docs/architecture.md from the imports of the code: `node scripts/architecture-picture.mjs`.
// test/docs.test.ts fails when the pictures are not what this script writes.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DOCUMENT = join(ROOT, "docs/architecture.md");
const FOLDERS = ["app", "jobs", "letters", "messages", "modules", "ui", "infra", "kernel"];
const IMPORT = /(?:from|import|import\()\s*["']((?:@\/|\.)[^"']+)["']/g;

/** All source files of a folder, tests left out, as paths from the root. @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/**
 * Which groups import which others. `groupOf` gives the group of a path, or null for a path that is not in the picture.
 * @param {(path: string) => string | null} groupOf
 * @returns {Map<string, Set<string>>}
 */
export function arrowsBetween(groupOf) {
  /** @type {Map<string, Set<string>>} */
  const arrows = new Map();
  for (const file of FOLDERS.flatMap(sourcesIn)) {
    const from = groupOf(file);
    if (from === null) continue;
    const targets = arrows.get(from) ?? new Set();
    arrows.set(from, targets);
    for (const [, specifier = ""] of readFileSync(join(ROOT, file), "utf8").matchAll(IMPORT)) {
      const path = specifier.startsWith("@/")
        ? specifier.slice(2)
        : normalize(join(dirname(file), specifier));
      const to = groupOf(path);
      if (to !== null && to !== from) targets.add(to);
    }
  }
  return arrows;
}

/**
 * The same without arrows that follow from others: an arrow is left out when a longer way leads to the same group.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} arrows
 * @returns {[string, string][]}
 */
export function shortestPicture(arrows) {
  /** @param {string} from @param {Set<string>} seen @returns {Set<string>} */
  const reach = (from, seen = new Set()) => {
    for (const to of arrows.get(from) ?? [])
      if (!seen.has(to)) {
        seen.add(to);
        reach(to, seen);
      }
    return seen;
  };
  return [...arrows]
    .flatMap(([from, targets]) =>
      [...targets]
        .filter((to) => ![...targets].some((by) => by !== to && reach(by).has(to)))
        .map((to) => /** @type {[string, string]} */ ([from, to])),
    )
    .sort(([a, b], [c, d]) => (a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1));
}

/** @param {(path: string) => string | null} groupOf */
function mermaid(groupOf) {
  const lines = shortestPicture(arrowsBetween(groupOf)).map(([from, to]) => `  ${from} --> ${to}`);
  return ["```mermaid", "flowchart TD", ...lines, "```"].join("\n");
}

/** @param {string} path */
const topFolder = (path) => FOLDERS.find((folder) => path.startsWith(`${folder}/`)) ?? null;
/** @param {string} path */
const capability = (path) => /^modules\/([^/.]+)\//.exec(path)?.[1] ?? null;

/** The document with both pictures as the code is now. @param {string} text */
export function withPictures(text) {
  for (const [name, groupOf] of /** @type {const} */ ([
    ["folders", topFolder],
    ["capabilities", capability],
  ])) {
    const place = new RegExp(`(<!-- picture: ${name} -->\n)[^]*?(\n<!-- end -->)`);
    if (!place.test(text)) throw new Error(`docs/architecture.md has no place for the picture "${name}"`);
    text = text.replace(place, (_, start, end) => `${start}${mermaid(groupOf)}${end}`);
  }
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(DOCUMENT, withPictures(readFileSync(DOCUMENT, "utf8")));
