/**
 * Characters that nobody sees, in names and in text people read. "Ignorable" is Default_Ignorable_Code_Point of the Unicode
 * Character Database (UAX #44): byte-order mark, zero-width space, joiners, soft hyphen, direction marks, variation selectors,
 * Hangul fillers, tags. What is done with them, and why: docs/adr/0220.
 */

// Marks that do something where they are needed, and are looked at in their context below.
const JOINERS_AND_TAGS = "\\u200C\\u200D\\u{E0000}-\\u{E007F}";
const PLAINLY_IGNORABLE = new RegExp(`(?![${JOINERS_AND_TAGS}])\\p{Default_Ignorable_Code_Point}`, "gu");

// The three flags with tags that are recommended for general interchange (UTS #51): England, Scotland, Wales.
const FLAG =
  "\\u{1F3F4}\\u{E0067}\\u{E0062}(?:\\u{E0065}\\u{E006E}\\u{E0067}|\\u{E0073}\\u{E0063}\\u{E0074}|\\u{E0077}\\u{E006C}\\u{E0073})\\u{E007F}";
const TAGS = new RegExp(`(${FLAG})|[\\u{E0000}-\\u{E007F}]`, "gu");

// Arabic letters that do not join to the letter after them, so that a joiner there changes nothing (Joining_Type R and U).
const NOT_JOINING =
  "\\u0621-\\u0625\\u0627\\u0629\\u062F-\\u0632\\u0648\\u0671-\\u0677\\u0688-\\u0699\\u06C0\\u06C3-\\u06CB\\u06CD\\u06CF\\u06D2\\u06D3\\u06D5\\u06EE\\u06EF\\u0759-\\u075B\\u076B\\u076C\\u0771\\u0773\\u0774\\u0778\\u0779\\u0870-\\u0882\\u088E\\u08AA-\\u08AE\\u08B1\\u08B2\\u08B9";
const ARABIC = "(?=\\p{L})\\p{Script=Arabic}";
// Signs that take a vowel away, after which a joiner chooses between two forms of a letter (UAX #31, contexts A2 and B).
const VIRAMA = "\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA";
const MARKS = "{0,4}"; // More of them on one letter is no word, and would make a long text slow to read.
// The joiner stands first, so that everything else is looked at only where there is one.
const NEEDED = [
  // Emoji of several (UTS #51): what is drawn as one picture.
  "\\u200D(?<=\\p{Extended_Pictographic}\\p{Emoji_Modifier}?\\u200D)(?=\\p{Extended_Pictographic})",
  // Between two Arabic letters that would join (UAX #31, context A1), as Persian writes "می‌خواهم".
  `\\u200C(?<=(?![${NOT_JOINING}])${ARABIC}\\p{Mn}${MARKS}\\u200C)(?=\\p{Mn}${MARKS}(?!\\u0621)${ARABIC})`,
  `\\u200C(?<=\\p{L}\\p{M}${MARKS}[${VIRAMA}]\\u200C)(?=\\p{L})`,
  `\\u200D(?<=\\p{L}\\p{M}${MARKS}[${VIRAMA}]\\u200D)(?!\\p{M})`,
];
const JOINERS = new RegExp(`(${NEEDED.join("|")})|[\\u200C\\u200D]`, "gu");

/**
 * The text without ignorable characters, except joiners and tags where an emoji or the script needs them. Variation
 * selectors go: with and without them a character is the same one. Idempotent.
 */
export function withoutIgnorables(text: string): string {
  if (/^[\x20-\x7E]*$/.test(text)) return text;
  return text
    .replace(PLAINLY_IGNORABLE, "")
    .replace(TAGS, (_, flag: string | undefined) => flag ?? "")
    .replace(JOINERS, (_, needed: string | undefined) => needed ?? "");
}

/** The text without any ignorable character, for comparing what people see. */
export function withoutAnyIgnorable(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

/**
 * Signs that make a text read otherwise than it is written: direction overrides, which turn its letters around, and format
 * characters that are not ignorable (interlinear annotations).
 */
export const MISLEADING = /[\u202D\u202E]|(?!\p{Default_Ignorable_Code_Point})\p{Cf}/u;

/** "U+202E" of a character. */
export function codePointName(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * The fault of a text that other people will read, in a sentence, or null. Refuses control characters except line breaks and
 * tabs, direction marks, and invisible characters that neither an emoji nor the script needs. A variation selector is allowed
 * after a character with two looks, as in emoji.
 */
export function invisibleFault(text: string): string | null {
  const found = firstInvisible(text);
  if (found === null) return null;
  const { char, before } = found;
  const where = before === "" ? "at the beginning" : `after “${before}”`;
  return `There is an invisible character (${codePointName(char)}) ${where}. Remove it, or type the text instead of pasting it.`;
}

/** The text without what `invisibleFault` refuses, for text that is taken over from elsewhere and cannot be sent back. */
export function readablePart(text: string): string {
  let rest = text;
  for (let found = firstInvisible(rest); found !== null; found = firstInvisible(rest))
    rest = rest.replace(found.char, "");
  return rest.trim();
}

const EMOJI_SELECTOR = /(?<=\p{Emoji})[\uFE0E\uFE0F]/gu;
const JOINER_OR_TAG = new RegExp(`[${JOINERS_AND_TAGS}]`, "u");
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

function firstInvisible(text: string): { char: string; before: string } | null {
  const plain = text.replace(EMOJI_SELECTOR, "").replace(/[\t\n\r]/g, " ");
  const kept = [...withoutIgnorables(plain)];
  let seen = "";
  let at = 0;
  for (const char of plain) {
    const isKept = kept[at] === char;
    if (isKept) at += 1;
    const isJoiner = JOINER_OR_TAG.test(char);
    if (!isKept || (UNSEEN.test(char) && !isJoiner)) return { char, before: [...seen].slice(-20).join("") };
    seen += char;
  }
  return null;
}
