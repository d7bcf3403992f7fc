/** An amount as the public look-up tells it: exactly, or as the step it has reached. */
export type Told = Readonly<{
  currency: string;
  /** The exact amount in minor units; null: only the step is public. */
  minor: string | null;
  /** The highest step at or below the amount; null: it is below the first. */
  atLeastMinor: string | null;
}>;

/** The first step: one dollar or euro, a hundred yen. */
const FIRST_STEP = 100n;

/** The highest power of ten, from a hundred minor units on, that an amount above zero has reached; null below it. */
export function stepOf(minor: bigint): bigint | null {
  if (minor < FIRST_STEP) return null;
  return 10n ** BigInt(minor.toString().length - 1);
}

/** The visible part of an amount: all of it for a signed-in reader, otherwise its step. */
export function toldOf(amount: Readonly<{ currency: string; minor: bigint }>, exact: boolean): Told {
  const step = stepOf(amount.minor);
  return {
    currency: amount.currency,
    minor: exact ? String(amount.minor) : null,
    atLeastMinor: step === null ? null : String(step),
  };
}
