import type { FieldFault } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { CURRENCY_DECIMALS, type Currency, majorText, parseMajor } from "@/kernel/money";

/** The most characters an amount can need; longer text is refused before it is looked at. */
const CHARS_MAX = 40;

const EXAMPLES = { 0: "1250000", 2: "1250000.50", 3: "1250000.500" };
const GROUPED = /^\d+(,\d+)+(\.\d+)?$|^\d+[ '’\u00a0\u202f]\d+/;

/**
 * Reads an amount in major units as a program sends it ("1250000.50") into minor units. No sign may group digits: "1,250"
 * is 1,250 dinars to one reader and 1.250 to another, and doubt about money is refused. `path` names the field in the fault.
 */
export function readAmount(currency: Currency, text: string, path: string): bigint | FieldFault {
  const minor = text.length > CHARS_MAX || !/^\d+(\.\d+)?$/.test(text) ? null : parseMajor(currency, text);
  if (minor !== null && minor <= BigInt(LIMITS.dealGrossMinorMax)) return minor;
  return { path, ...reasonOf(currency, text) };
}

function reasonOf(currency: Currency, text: string): Omit<FieldFault, "path"> {
  const decimals = CURRENCY_DECIMALS[currency];
  const example = EXAMPLES[decimals];
  const facts = { currency, decimals, example };
  if (text.startsWith("-"))
    return { because: "amount_negative", message: "An amount cannot be negative.", facts };
  if (GROUPED.test(text)) {
    const message = `Enter the amount without separators between groups of digits, such as ${example}.`;
    return { because: "amount_grouped", message, facts };
  }
  if (!/^\d+(\.\d+)?$/.test(text))
    return {
      because: "amount_unreadable",
      message: `Enter the amount in digits, such as ${example}.`,
      facts,
    };
  if ((text.split(".")[1] ?? "").length > decimals) {
    if (decimals === 0) {
      const message = `${currency} has no decimals. Enter a whole number, such as ${example}.`;
      return { because: "amount_whole", message, facts };
    }
    const message = `${currency} has at most ${decimals} decimals. Enter an amount such as ${example}.`;
    return { because: "amount_decimals", message, facts };
  }
  const most = majorText({ currency, minor: BigInt(LIMITS.dealGrossMinorMax) });
  const message = `The maximum amount is ${most} ${currency}.`;
  return { because: "amount_beyond", message, facts: { currency, most } };
}
