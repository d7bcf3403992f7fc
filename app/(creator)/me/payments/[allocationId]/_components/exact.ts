import { decimalText, marksOf } from "@/ui/text/decimal";

/** Decimal text as it travels ("1234.50000000"), written as a language does; nothing behind the point is left out. */
export function exactString(text: string, locale: string): string {
  const [whole = "0", places = ""] = text.split(".");
  const grouped = decimalText(BigInt(whole), { decimals: 0, decimalsMin: 0, signed: false }, locale);
  return places === "" ? grouped : `${grouped}${marksOf(locale).point}${places}`;
}

/** Millionths as a plain number: "1234693147" → "1,234.693147". */
export function millionths(text: string, locale: string): string {
  return decimalText(BigInt(text), { decimals: 6, decimalsMin: 0, signed: false }, locale);
}

/** `part ÷ whole` for drawing, between 0 and 1. */
export function ratio(part: string | bigint, whole: string | bigint): number {
  const all = BigInt(whole);
  if (all <= 0n) return 0;
  return Math.min(1, Math.max(0, Number((BigInt(part) * 1_000_000n) / all) / 1_000_000));
}
