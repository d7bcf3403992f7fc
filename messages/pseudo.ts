import type { Catalogue } from "./catalogue";

const MARKS: Readonly<Record<string, string>> = {
  a: "á", b: "ƀ", c: "ç", d: "ð", e: "é", f: "ƒ", g: "ĝ", h: "ĥ", i: "í", j: "ĵ", k: "ķ", l: "ļ", m: "ɱ",
  n: "ñ", o: "ó", p: "þ", q: "ʠ", r: "ŕ", s: "š", t: "ţ", u: "ú", v: "ṽ", w: "ŵ", x: "ẋ", y: "ý", z: "ž",
  A: "Á", B: "Ɓ", C: "Ç", D: "Ð", E: "É", F: "Ƒ", G: "Ĝ", H: "Ĥ", I: "Í", J: "Ĵ", K: "Ķ", L: "Ļ", M: "Ṁ",
  N: "Ñ", O: "Ó", P: "Þ", Q: "Ǫ", R: "Ŕ", S: "Š", T: "Ţ", U: "Ú", V: "Ṽ", W: "Ŵ", X: "Ẋ", Y: "Ý", Z: "Ž",
}; // biome-ignore format: one line for each letter case reads better

/**
 * The same catalogue with every letter of its text marked and a third longer, its ICU syntax and tags untouched; of
 * messages as they are written, or compiled, as a build has them.
 */
export function pseudoCatalogue<T extends Catalogue>(catalogue: T): T {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [
      key,
      typeof value === "string"
        ? pseudoMessage(value)
        : Array.isArray(value)
          ? pseudoCompiled(value)
          : pseudoCatalogue(value),
    ]),
  ) as T;
}

/**
 * A message compiled by icu-minify: text, or a list of text and of what is put in: `[name]`, `[name, kind, branches or
 * style]`, `[tag, ...content]`; 0 is a plural's "#".
 */
export function pseudoCompiled(message: unknown): unknown {
  if (typeof message === "string") return marked(message);
  if (!Array.isArray(message)) return message;
  return message.map((node: unknown) => {
    if (!Array.isArray(node)) return pseudoCompiled(node);
    const [name, kind, ...rest] = node as [string, unknown, ...unknown[]];
    if (node.length === 1) return node;
    if (typeof kind !== "number") return [name, ...(pseudoCompiled([kind, ...rest]) as unknown[])];
    const [branches] = rest;
    if (typeof branches !== "object" || branches === null || kind > SELECTORDINAL) return node;
    const within = Object.entries(branches).map(([key, branch]) => [key, pseudoCompiled(branch)]);
    return [name, kind, Object.fromEntries(within)];
  });
}

const SELECTORDINAL = 3; // 1 select, 2 plural, 3 selectordinal; above are numbers, dates and times with a style
const marked = (text: string): string => text.replace(/[A-Za-z]/g, (letter) => MARKS[letter] ?? letter);

/** Pure: letters outside braces and tags, and inside the branches of plurals and selects, are marked. */
export function pseudoMessage(message: string): string {
  let out = "";
  let at = 0;
  const text = (until: (char: string) => boolean): void => {
    while (at < message.length && !until(message[at] ?? "")) {
      const char = message[at] ?? "";
      if (char === "{") argument();
      else if (char === "<") tag();
      else {
        out += MARKS[char] ?? char;
        at += 1;
      }
    }
  };
  const tag = (): void => {
    const end = message.indexOf(">", at);
    out += message.slice(at, end + 1);
    at = end + 1;
  };
  const argument = (): void => {
    const head = /^\{\s*\w+\s*(,\s*(plural|select|selectordinal)\s*,)?/.exec(message.slice(at));
    if (head === null || head[1] === undefined) {
      const end = message.indexOf("}", at);
      out += message.slice(at, end + 1);
      at = end + 1;
      return;
    }
    out += head[0];
    at += head[0].length;
    for (;;) {
      const branch = /^\s*(offset:\d+\s*)?(=?\w+\s*)\{/.exec(message.slice(at));
      if (branch === null) break;
      out += branch[0];
      at += branch[0].length;
      text((char) => char === "}");
      out += "}";
      at += 1;
    }
    const close = message.indexOf("}", at);
    out += message.slice(at, close + 1);
    at = close + 1;
  };
  text(() => false);
  return out;
}
