/** Why a text cannot be kept; null when it can. PostgreSQL keeps neither of the two, and nobody types them. */
export function textFault(text: string): string | null {
  if (text.includes("\0")) return "Text cannot hold the character NUL (U+0000).";
  if (!isWellFormed(text)) return "Text cannot hold half a character (a lone surrogate, U+D800 to U+DFFF).";
  return null;
}

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** False for a text with half a character in it. */
export const isWellFormed = (text: string): boolean => !LONE.test(text);

/**
 * The beginning of a text, of at most `max` UTF-16 units. A character that does not fit is left out whole: PostgreSQL refuses
 * half of one.
 */
export function cutText(text: string, max: number): string {
  const cut = text.slice(0, max);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
