import "server-only";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lexer, type MarkedToken, type Tokens } from "marked";

export type GlossaryPart = Readonly<{ kind: "text" | "strong" | "code"; text: string }>;
export type GlossarySection = Readonly<{
  title: string;
  entries: readonly Readonly<{ term: string; meaning: readonly GlossaryPart[] }>[];
}>;
export type Glossary = Readonly<{ lead: string; sections: readonly GlossarySection[] }>;

/** docs/glossary.md (or its German twin), read once a process: the page and the repository have the same words. */
export function glossary(locale: "en" | "de"): Glossary {
  const known = read.get(locale);
  if (known !== undefined) return known;
  const file = join(process.cwd(), "docs", locale === "de" ? "glossary.de.md" : "glossary.md");
  if (!existsSync(file)) throw new Error(`${file} is missing: it belongs to this checkout`);
  const parsed = parseGlossary(readFileSync(file, "utf8"));
  read.set(locale, parsed);
  return parsed;
}
const read = new Map<string, Glossary>();

/**
 * Reads a glossary: `## Section`, then `- **Term**: meaning`; the paragraph before the first section is the lead. marked
 * only takes the Markdown apart: what comes out is plain text with a kind, so no markup of the file reaches a page.
 */
export function parseGlossary(text: string): Glossary {
  const tokens = lexer(text) as MarkedToken[];
  const starts = tokens.flatMap((token, at) => (token.type === "heading" && token.depth === 2 ? [at] : []));
  const lead = tokens.slice(0, starts[0]).filter(({ type }) => type === "paragraph");
  return {
    lead: textOf(partsOf(lead)),
    sections: starts.map((start, index) => ({
      title: textOf(partsOf(tokens.slice(start, start + 1))),
      entries: tokens
        .slice(start + 1, starts[index + 1])
        .flatMap((token) => (token.type === "list" ? token.items.map(entryOf) : [])),
    })),
  };
}

/** Cuts a line at the first colon outside brackets and code: the term is before it, the meaning after it. */
function entryOf(item: Tokens.ListItem): GlossarySection["entries"][number] {
  const parts = partsOf(item.tokens as MarkedToken[]);
  for (const [at, { kind, text }] of parts.entries())
    for (const { index } of kind === "text" ? text.matchAll(/:/g) : []) {
      const term = textOf(parts.slice(0, at)) + text.slice(0, index);
      if (term.split("(").length > term.split(")").length) continue;
      const rest = { kind, text: text.slice(index + 1).trimStart() };
      return { term, meaning: [rest, ...parts.slice(at + 1)].filter((part) => part.text !== "") };
    }
  return { term: textOf(parts), meaning: [] };
}

/** Flattens Markdown into parts: strong words, code, and everything else as the text it reads as. */
function partsOf(tokens: readonly MarkedToken[]): GlossaryPart[] {
  return tokens.flatMap((token): GlossaryPart[] => {
    const within = "tokens" in token ? partsOf((token.tokens ?? []) as MarkedToken[]) : [];
    if (token.type === "strong") return [{ kind: "strong", text: textOf(within) }];
    if (token.type === "codespan") return [{ kind: "code", text: token.text }];
    if (within.length > 0) return within;
    return [{ kind: "text", text: ("text" in token ? token.text : " ").replaceAll(/\s+/g, " ") }];
  });
}

const textOf = (parts: readonly GlossaryPart[]) => parts.map(({ text }) => text).join("");
