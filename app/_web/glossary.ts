import "server-only";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

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

/** `## Section`, then `- **Term**: meaning` with its lines; the paragraph before the first section is the lead. */
export function parseGlossary(text: string): Glossary {
  const [head = "", ...sections] = text.split(/^## /m);
  const lead = head
    .replace(/^# .*$/m, "")
    .trim()
    .replaceAll(/\s+/g, " ");
  return {
    lead,
    sections: sections.map((section) => {
      const [title = "", ...lines] = section.split("\n");
      const items = lines.join("\n").split(/^- /m).slice(1);
      return { title: title.trim(), entries: items.map(entryOf) };
    }),
  };
}

function entryOf(item: string): GlossarySection["entries"][number] {
  const plain = item.trim().replaceAll(/\s+/g, " ");
  const [term, meaning] = cutAtColon(plain);
  return { term: term.replaceAll("**", "").trim(), meaning: partsOf(meaning) };
}

/** The first colon outside brackets and marks ends the term. */
function cutAtColon(text: string): [string, string] {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (text[at] === ":" && depth === 0) return [text.slice(0, at), text.slice(at + 1).trim()];
  }
  return [text, ""];
}

function partsOf(text: string): GlossaryPart[] {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("**")
        ? { kind: "strong", text: part.slice(2, -2) }
        : part.startsWith("`")
          ? { kind: "code", text: part.slice(1, -1) }
          : { kind: "text", text: part },
    );
}
