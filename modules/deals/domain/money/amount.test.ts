import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CURRENCY_DECIMALS, type Currency, majorText } from "@/kernel/money";
import { readAmount } from "./amount";

const CURRENCIES = Object.keys(CURRENCY_DECIMALS) as Currency[];
const why = (currency: Currency, text: string) => {
  const read = readAmount(currency, text, "gross");
  return typeof read === "bigint" ? read : read.because;
};

test("every amount written as the API writes it is read to the minor unit", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CURRENCIES), fc.bigInt(0n, 10n ** 15n), (currency, minor) => {
      expect(readAmount(currency, majorText({ currency, minor }), "gross")).toBe(minor);
    }),
  );
});

test("no sign groups digits, in no currency: doubt about money is refused", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CURRENCIES),
      fc.bigInt(1_000n, 10n ** 15n),
      fc.constantFrom(",", " ", "'", "’", "\u00a0", "\u202f"),
      (currency, whole, sign) => {
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, sign);
        expect(why(currency, grouped)).toBe("amount_grouped");
      },
    ),
  );
});

describe("a refusal says the reason", () => {
  test.each([
    ["KWD", "1,250", "amount_grouped"],
    ["USD", "1,000", "amount_grouped"],
    ["USD", "1,00,000", "amount_grouped"],
    ["JPY", "1250000.50", "amount_whole"],
    ["USD", "1.005", "amount_decimals"],
    ["USD", "-5", "amount_negative"],
    ["USD", "$100k", "amount_unreadable"],
    ["USD", "1e9", "amount_unreadable"],
    ["USD", "", "amount_unreadable"],
    ["USD", "٣٤", "amount_unreadable"],
    ["USD", "99999999999999999999", "amount_beyond"],
    ["USD", "9".repeat(100), "amount_beyond"],
  ] as const)("%s %s: %s", (currency, text, because) => expect(why(currency, text)).toBe(because));

  test("and shows an amount of that currency", () => {
    expect(readAmount("JPY", "1.5", "gross")).toMatchObject({ facts: { example: "1250000" } });
    expect(readAmount("KWD", "x", "gross")).toMatchObject({ facts: { example: "1250000.500" } });
    expect(readAmount("USD", "x", "gross")).toMatchObject({ facts: { example: "1250000.50" } });
  });
});
