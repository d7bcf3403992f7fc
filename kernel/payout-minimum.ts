import type { Currency } from "./money";

/**
 * The minimum of one payout, in minor units. Below it fees would eat the money, so the money is carried forward. Every
 * currency has one, of about ten US dollars.
 */
const PAYOUT_MINIMUM_MINOR: Readonly<Record<Currency, bigint>> = {
  USD: 1_000n,
  EUR: 1_000n,
  GBP: 1_000n,
  CHF: 1_000n,
  SEK: 10_000n,
  NOK: 10_000n,
  DKK: 7_000n,
  PLN: 4_000n,
  CAD: 1_500n,
  AUD: 1_500n,
  JPY: 1_500n,
  KRW: 15_000n,
  KWD: 3_000n,
};

/** The least that is paid out in a currency, in its minor units. */
export function payoutMinimum(currency: Currency): bigint {
  return PAYOUT_MINIMUM_MINOR[currency];
}
