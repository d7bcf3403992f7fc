/** How a platform compares its handle names: without case, with case, or as opaque ids it made itself. */
export const HANDLE_RULES = ["insensitive", "sensitive", "opaque"] as const;
export type HandleRule = (typeof HANDLE_RULES)[number];

export type HandleNameFault = "empty" | "control_characters" | "invisible_characters" | "too_long";

export const HANDLE_NAME_CHARS_MAX = 200;

const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
// Zero-width, bidi and filler characters make two names look like one; the braille blank is drawn as nothing.
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
const DECORATION = /^(?:@|\/?(?:u|user|users)\/)/iu;

/**
 * The one form of a handle name, so that a manifest's "@Alice", a claim's "u/alice" and the books agree.
 * NFKC (UAX #15), trimmed, decoration ("@", "u/", "/user/") dropped; case folded when the rule says insensitive.
 * Opaque ids are trimmed and otherwise left alone. Idempotent: a normalised name is its own normal form.
 * Faults: empty, control or invisible (zero-width, bidi) characters, over 200 code points.
 */
export function normaliseHandleName(
  raw: string,
  rule: HandleRule,
): { name: string } | { fault: HandleNameFault } {
  const trimmed = raw.trim();
  if (trimmed === "") return { fault: "empty" };
  // Refused before anything is rewritten, so that no rewriting can hide them.
  if (CONTROL.test(trimmed)) return { fault: "control_characters" };
  if (INVISIBLE.test(trimmed)) return { fault: "invisible_characters" };
  // NFKC can turn one letter into eighteen: a bound here keeps the work below it small.
  if (trimmed.length > HANDLE_NAME_CHARS_MAX * 20) return { fault: "too_long" };
  const name = rule === "opaque" ? trimmed : settle(trimmed, rule);
  if (name === "") return { fault: "empty" };
  if ([...name].length > HANDLE_NAME_CHARS_MAX) return { fault: "too_long" };
  return INVISIBLE.test(name) ? { fault: "invisible_characters" } : { name };
}

/** Rewrites until nothing changes: "@@alice" and "@ u/alice" end where "alice" does. */
function settle(text: string, rule: "insensitive" | "sensitive"): string {
  let name = text;
  for (;;) {
    const plain = name.normalize("NFKC").trim().replace(DECORATION, "").trim();
    const next = rule === "insensitive" ? foldCase(plain) : plain;
    if (next === name) return name;
    name = next;
  }
}

// Upper before lower joins what lower case alone keeps apart (ß and SS); both sigmas are one letter; the dotless ı is
// another letter than i, though both are written I (Unicode case folding, CaseFolding.txt, status C and F).
function foldCase(text: string): string {
  const folded = text.split("ı").map((part) => part.toUpperCase().toLowerCase());
  return folded.join("ı").replaceAll("ς", "σ").normalize("NFKC");
}

/** What is wrong with a name, and how to mend it, in a sentence. */
export function handleNameFaultText(fault: HandleNameFault): string {
  switch (fault) {
    case "empty":
      return "Write the name as the platform shows it.";
    case "control_characters":
      return "The name contains a line break or a control character. Type it instead of pasting it.";
    case "invisible_characters":
      return "The name contains an invisible character (zero-width or direction mark). Type it instead of pasting it.";
    case "too_long":
      return `A name has ${HANDLE_NAME_CHARS_MAX} characters at most.`;
  }
}

/** The holder under which the books keep a handle's money: `handle:<platformId>:<name>`, name normalised. */
export function contributorHolder(platformId: string, name: string): string {
  return `handle:${platformId}:${name}`;
}
