/** ISO 4217 currencies Remit keeps books in, with the number of decimals of their minor unit. */
export const CURRENCY_DECIMALS = {
  USD: 2,
  EUR: 2,
  GBP: 2,
  CHF: 2,
  SEK: 2,
  NOK: 2,
  DKK: 2,
  PLN: 2,
  CAD: 2,
  AUD: 2,
  JPY: 0,
  KRW: 0,
  KWD: 3,
} as const satisfies Record<string, 0 | 2 | 3>;

export type Currency = keyof typeof CURRENCY_DECIMALS;

/** An exact amount: `minor` counts the smallest unit of `currency` (cents for USD, yen for JPY). */
export type Money = Readonly<{ currency: Currency; minor: bigint }>;

/** An amount as every answer carries it: minor units as text, because a JSON number would lose digits. */
export function wireMoney<C extends string>(currency: C, minor: bigint): { currency: C; minor: string } {
  return { currency, minor: String(minor) };
}

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(CURRENCY_DECIMALS, text);
}

/**
 * Parses a decimal amount as people type it ("1234.5", "1,234.50") into minor units.
 * Returns null when the text is not an amount or has more decimals than the currency knows: nothing is rounded.
 */
export function parseMajor(currency: Currency, text: string): bigint | null {
  const match = /^(-?)(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const decimals = CURRENCY_DECIMALS[currency];
  if (fraction.length > decimals) return null;
  const minor = BigInt(whole.replaceAll(",", "") + fraction.padEnd(decimals, "0"));
  return sign === "-" ? -minor : minor;
}

/** Plain decimal text without grouping, for files and APIs: 123450n USD → "1234.50". */
export function majorText({ currency, minor }: Money): string {
  const decimals = CURRENCY_DECIMALS[currency];
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, "0");
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return minor < 0n ? `-${text}` : text;
}
