import { decimalsOf, moneyString, numberString } from "../text/format";

/** What a chart counts: money in one currency (in minor units) or things. */
export type ChartUnit = Readonly<{ currency: string }> | "count";

export function unitText(value: bigint, unit: ChartUnit, locale: string): string {
  return unit === "count"
    ? numberString(value, locale)
    : moneyString({ currency: unit.currency, minor: value }, locale);
}

/** Heights of at most five lines from zero, at round numbers, the last one not below `max`. */
export function ticksUpTo(max: bigint): readonly bigint[] {
  if (max <= 0n) return [0n];
  const rough = max / 4n || 1n;
  const magnitude = 10n ** BigInt(rough.toString().length - 1);
  const step = [1n, 2n, 5n, 10n].map((n) => n * magnitude).find((n) => n * 4n >= max) ?? 10n * magnitude;
  const ticks = [0n];
  for (let at = step; ; at += step) {
    ticks.push(at);
    if (at >= max) return ticks;
  }
}

/** A tick's label: whole units of the currency where the tick is one; the currency stands once, above the axis. */
export function tickText(value: bigint, unit: ChartUnit, locale: string): string {
  if (unit === "count") return numberString(value, locale);
  const major = 10n ** BigInt(decimalsOf(unit.currency));
  return value % major === 0n
    ? numberString(value / major, locale)
    : moneyString({ currency: unit.currency, minor: value }, locale).replace(`\u00a0${unit.currency}`, "");
}

/** `part` of `whole` as a fraction, for drawing only; the figures next to the drawing are exact. */
export function fraction(part: bigint, whole: bigint): number {
  if (whole <= 0n) return 0;
  return Number((part * 1_000_000n) / whole) / 1_000_000;
}

/** The largest of some amounts, at least zero. */
export function largest(values: readonly bigint[]): bigint {
  let most = 0n;
  for (const value of values) if (value > most) most = value;
  return most;
}
