import { CURRENCY_DECIMALS, isCurrency } from "@/kernel/money";
import { sum, sumOf } from "@/kernel/sum";
import { decimalText, grouped } from "./decimal";

/*
 * The same figures as the components write, as plain text: for titles, labels and arguments of messages. `locale` is
 * useLocale() or await getLocale().
 */

export type WireMoney = Readonly<{ currency: string; minor: string | bigint }>;

export const decimalsOf = (currency: string): number =>
  isCurrency(currency) ? CURRENCY_DECIMALS[currency] : 2;

/** "1,234.50" without the currency's code, which callers show next to it in its own style. */
export function moneyFigure(money: WireMoney, locale: string, signed = false): string {
  const decimals = decimalsOf(money.currency);
  return decimalText(BigInt(money.minor), { decimals, decimalsMin: decimals, signed }, locale);
}

/** "1,234.50 USD", never broken over two lines. */
export function moneyString(money: WireMoney, locale: string): string {
  return `${moneyFigure(money, locale)}\u00a0${money.currency}`;
}

/** A whole number, grouped. Takes what the wire carries: a number, a bigint or its decimal string. */
export function numberString(value: number | bigint | string, locale: string): string {
  const text = String(value);
  return text.startsWith("-") ? `\u2212${grouped(text.slice(1), locale)}` : grouped(text, locale);
}

/** A number with the sign of percent as the language writes it: "12.5%", "12,5 %". */
export const withPercent = (number: string, locale: string): string =>
  `${number}${locale.startsWith("de") ? "\u00a0" : ""}%`;

/** Basis points as percent: 1250 → "12.5%". */
export function bpsString(bps: number | bigint, locale: string): string {
  return withPercent(
    decimalText(BigInt(bps), { decimals: 2, decimalsMin: 0, signed: false }, locale),
    locale,
  );
}

/** A part of a whole to the nearest tenth of a percent; what is there but smaller says so, and only the whole is 100. */
export function percentString(part: bigint, whole: bigint, locale: string): string {
  if (whole === 0n) return "–";
  const nearest = (part * 2000n + whole) / (2n * whole);
  return tenthsString({ tenths: nearest, part, whole }, locale);
}

/**
 * The parts of one whole in tenths of a percent, for a list that shows them under each other: they add up to 1,000 where
 * the parts add up to the whole. Each is cut to tenths; the tenths left go to the largest remainders.
 */
export function percentTenths(parts: readonly bigint[], whole: bigint): readonly bigint[] {
  if (whole === 0n) return parts.map(() => 0n);
  const cut = parts.map((part, at) => ({
    at,
    tenths: (part * 1000n) / whole,
    rest: (part * 1000n) % whole,
  }));
  let left = (sum(parts) * 1000n) / whole - sumOf(cut, ({ tenths }) => tenths);
  for (const one of [...cut].sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest < b.rest ? 1 : -1))) {
    if (left <= 0n) break;
    one.tenths += 1n;
    left -= 1n;
  }
  return cut.map(({ tenths }) => tenths);
}

/** `percentTenths` as texts. */
export function percentStrings(parts: readonly bigint[], whole: bigint, locale: string): readonly string[] {
  if (whole === 0n) return parts.map(() => "–");
  return percentTenths(parts, whole).map((tenths, at) =>
    tenthsString({ tenths, part: parts[at] ?? 0n, whole }, locale),
  );
}

type Tenths = Readonly<{ tenths: bigint; part: bigint; whole: bigint }>;

/** Tenths of a percent as text; what is there but smaller says so, and only the whole is 100. */
export function tenthsString({ tenths, part, whole }: Tenths, locale: string): string {
  if (part === whole) return withPercent("100", locale);
  const told = tenths >= 1000n && part < whole ? 999n : tenths;
  const text = (value: bigint) =>
    withPercent(decimalText(value, { decimals: 1, decimalsMin: 1, signed: false }, locale), locale);
  return told === 0n && part > 0n ? `<\u00a0${text(1n)}` : text(told);
}

/** The language dates are written in: en-XA and en are British, where a day stands before its month. */
export const dateLocale = (locale: string): string => (locale.startsWith("de") ? "de-DE" : "en-GB");

const formats = new Map<string, Intl.DateTimeFormat>();
function format(locale: string, kind: keyof typeof KINDS): Intl.DateTimeFormat {
  const key = `${locale} ${kind}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(dateLocale(locale), { timeZone: "UTC", ...KINDS[kind] });
  formats.set(key, made);
  return made;
}
const KINDS = {
  day: { day: "numeric", month: "short", year: "numeric" },
  clock: { hour: "2-digit", minute: "2-digit", hour12: false },
  month: { month: "short", year: "numeric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A calendar day in UTC: "23 Nov 2026", "23. Nov. 2026". */
export const dateString = (at: string | Date, locale: string): string =>
  format(locale, "day").format(new Date(at));

/** A month in UTC: "Nov 2026". */
export const monthString = (at: string | Date, locale: string): string =>
  format(locale, "month").format(new Date(at));

/** An instant to the minute, in UTC and saying so. */
export const instantString = (at: string | Date, locale: string): string =>
  `${dateString(at, locale)}, ${format(locale, "clock").format(new Date(at))} UTC`;
