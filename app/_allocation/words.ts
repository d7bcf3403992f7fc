import { decimalText, marksOf } from "@/ui/text/decimal";

/** Millionths as a plain number, grouped: "1234693147" → "1,234.693147". Nothing is rounded away. */
export function millionths(text: string, locale = "en"): string {
  return decimalText(BigInt(text), { decimals: 6, decimalsMin: 0, signed: false }, locale);
}

/** A whole amount of minor units, short, for ranges: "0.03", "300", "1,000". */
export function shortAmount(minor: string | bigint, decimals: number, locale: string): string {
  const text = decimalText(BigInt(minor), { decimals, decimalsMin: decimals, signed: false }, locale);
  const { point } = marksOf(locale);
  const zeros = `${point}${"0".repeat(decimals)}`;
  return decimals > 0 && text.endsWith(zeros) ? text.slice(0, -zeros.length) : text;
}
