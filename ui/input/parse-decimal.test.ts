import { expect, test } from "vitest";
import { parseDecimal } from "./parse-decimal";

const plain = (text: string, locale = "en", decimals = 2) => {
  const read = parseDecimal(text, locale, decimals);
  return read.ok ? read.plain : read.fault;
};

test("reads what people type in their language", () => {
  expect(plain("1234.5")).toBe("1234.5");
  expect(plain("1,234.50")).toBe("1234.50");
  expect(plain("1234,5", "de")).toBe("1234.5");
  expect(plain("1.234.567", "de")).toBe("1234567");
  expect(plain("007")).toBe("7");
  expect(plain("−3")).toBe("-3");
});

test("takes what is pasted from elsewhere, with its code, sign or spaces", () => {
  expect(plain("USD 1,234.50")).toBe("1234.50");
  expect(plain("1.234,50 €")).toBe("1234.50");
  expect(plain("$1 234.50")).toBe("1234.50");
  expect(plain("1,234.50", "de")).toBe("1234.50");
  expect(plain("12.500")).toBe("12.50");
});

test("refuses what could be wrong by a factor of a thousand, and what is no number", () => {
  expect(plain("1,5")).toBe("grouping");
  expect(plain("1.5", "de")).toBe("grouping");
  expect(plain("12.345")).toBe("tooManyDecimals");
  expect(plain("12.5", "en", 0)).toBe("tooManyDecimals");
  expect(plain("abc")).toBe("notANumber");
  expect(plain("1.2.3")).toBe("notANumber");
  expect(plain("")).toBe("notANumber");
});
