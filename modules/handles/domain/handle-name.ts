import { MISLEADING, withoutIgnorables } from "@/kernel/invisible";

/** How a platform compares its handle names: without case, with case, or as opaque ids it made itself. */
export const HANDLE_RULES = ["insensitive", "sensitive", "opaque"] as const;
export type HandleRule = (typeof HANDLE_RULES)[number];

export type HandleNameFault =
  | "empty"
  | "only_invisible"
  | "control_characters"
  | "invisible_characters"
  | "too_long";

export const HANDLE_NAME_CHARS_MAX = 200;

const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const BLANKS = /[\u2800\u{1D159}]/gu;
const DECORATION = /^(?:@|\/?(?:u|user|users)\/)/iu;

/**
 * The one form of a handle name, so that a manifest's "@Alice", a claim's "u/alice" and the books agree.
 * NFKC (UAX #15), trimmed, without characters nobody sees (kernel/invisible.ts), decoration ("@", "u/", "/user/") dropped;
 * case folded when the rule says insensitive. Opaque ids are trimmed, lose what nobody sees, and are otherwise left alone.
 * Idempotent: a normalised name is its own normal form.
 * Faults: empty, nothing but invisible characters, control characters, a direction override or another sign that makes
 * the name read otherwise than it is written, over 200 code points.
 */
export function normaliseHandleName(
  raw: string,
  rule: HandleRule,
): { name: string } | { fault: HandleNameFault } {
  const trimmed = raw.trim();
  if (trimmed === "") return { fault: raw.includes("\uFEFF") ? "only_invisible" : "empty" };
  // Refused before anything is rewritten, so that no rewriting can hide them.
  if (CONTROL.test(trimmed)) return { fault: "control_characters" };
  if (MISLEADING.test(trimmed)) return { fault: "invisible_characters" };
  // NFKC can turn one letter into eighteen: a bound here keeps the work below it small.
  if (trimmed.length > HANDLE_NAME_CHARS_MAX * 20) return { fault: "too_long" };
  const seen = visible(trimmed);
  if (seen === "") return { fault: "only_invisible" };
  const name = rule === "opaque" ? seen : settle(seen, rule);
  if (name === "") return { fault: "empty" };
  return [...name].length > HANDLE_NAME_CHARS_MAX ? { fault: "too_long" } : { name };
}

function visible(text: string): string {
  return withoutIgnorables(text).replace(BLANKS, " ").trim();
}

/** Rewrites until nothing changes: "@@alice" and "@ u/alice" end where "alice" does. */
function settle(text: string, rule: "insensitive" | "sensitive"): string {
  let name = text;
  for (;;) {
    const plain = visible(name.normalize("NFKC")).replace(DECORATION, "").trim();
    const next = rule === "insensitive" ? foldCase(plain) : plain;
    if (next === name) return name;
    name = next;
  }
}

/**
 * Whether a text is exactly this name, but for letter case where the rule says insensitive: a platform may give
 * "ａlice", "ﬁona" or "straße" to other people than "alice", "fiona" and "strasse".
 */
export function isExactName(text: string, name: string, rule: HandleRule): boolean {
  if (text === name) return true;
  if (rule !== "insensitive" || !isPlain(text) || !isPlain(name)) return false;
  // Letter by letter: two letters that fold to more and to fewer would make up for each other.
  const [given, exact] = [[...text], [...name]];
  return given.length === exact.length && given.every((letter, at) => isSameLetter(letter, exact[at] ?? ""));
}

const isPlain = (text: string): boolean => text === text.normalize("NFKC");
const isSameLetter = (a: string, b: string): boolean => a === b || foldCase(a) === foldCase(b);

// Upper before lower joins what lower case alone keeps apart (ß and SS); both sigmas are one letter; the dotless ı is
// another letter than i, though both are written I (Unicode case folding, CaseFolding.txt, status C and F).
function foldCase(text: string): string {
  const folded = text.split("ı").map((part) => part.toUpperCase().toLowerCase());
  return folded.join("ı").replaceAll("ς", "σ").normalize("NFKC");
}

/** The fault of a name and how to correct it, in a sentence. */
export function handleNameFaultText(fault: HandleNameFault): string {
  switch (fault) {
    case "empty":
      return "Enter the name as the platform shows it.";
    case "only_invisible":
      return "The name has only invisible characters. Enter it as the platform shows it.";
    case "control_characters":
      return "The name contains a line break or a control character. Type it instead of pasting it.";
    case "invisible_characters":
      return "The name contains an invisible character that changes how it reads, such as a direction override. Type it instead of pasting it.";
    case "too_long":
      return `A name has at most ${HANDLE_NAME_CHARS_MAX} characters.`;
  }
}

/** The holder under which the books keep a handle's money: `handle:<platformId>:<name>`, name normalised. */
export function contributorHolder(platformId: string, name: string): string {
  return `handle:${platformId}:${name}`;
}
