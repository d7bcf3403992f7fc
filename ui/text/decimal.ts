type Marks = Readonly<{ group: string; point: string }>;

const ENGLISH: Marks = { group: ",", point: "." };
const GERMAN: Marks = { group: ".", point: "," };

/** The marks a language writes numbers with: 1,234.50 in English, 1.234,50 in German. */
export function marksOf(locale: string): Marks {
  return locale.startsWith("de") ? GERMAN : ENGLISH;
}

/**
 * Writes an integer count of 10^-decimals as grouped decimal text, exactly: (123450n, 2 decimals) → "1,234.50".
 * Zeros behind `decimalsMin` are left out; nothing else ever is. The minus is U+2212, as wide as a digit.
 */
export function decimalText(
  units: bigint,
  { decimals, decimalsMin, signed }: { decimals: number; decimalsMin: number; signed: boolean },
  locale = "en",
): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  let fraction = digits.slice(digits.length - decimals);
  while (fraction.length > decimalsMin && fraction.endsWith("0")) fraction = fraction.slice(0, -1);
  const sign = units < 0n ? "\u2212" : signed && units > 0n ? "+" : "";
  return `${sign}${grouped(whole, locale)}${fraction === "" ? "" : `${marksOf(locale).point}${fraction}`}`;
}

/** "1234567" → "1,234,567"; in German "1.234.567". */
export function grouped(whole: string, locale = "en"): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, marksOf(locale).group);
}
