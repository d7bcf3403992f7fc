import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { catalogueOf } from "@/messages/catalogues";
import { timeLeft } from "./expiry";

const NOW = new Date("2026-11-23T10:00:00Z");

test("there is no hurry until a week before", () => {
  expect(timeLeft("2026-11-30T10:00:00.001Z", NOW)).toBeNull();
  expect(timeLeft("2026-11-30T10:00:00Z", NOW)).toEqual({ unit: "day", n: 7 });
});

describe.each([
  ["2026-11-30T10:00:00Z", "Expires in 7 days", "Läuft in 7 Tagen ab"],
  ["2026-11-27T09:59:59Z", "Expires in 3 days", "Läuft in 3 Tagen ab"],
  ["2026-11-24T10:00:00Z", "Expires in 1 day", "Läuft in 1 Tag ab"],
  ["2026-11-24T09:59:59Z", "Expires in 23 hours", "Läuft in 23 Stunden ab"],
  ["2026-11-23T11:00:00Z", "Expires in 1 hour", "Läuft in 1 Stunde ab"],
  ["2026-11-23T10:59:59Z", "Expires in less than an hour", "Läuft in weniger als einer Stunde ab"],
])("a key that ends at %s", (expiresAt, english, german) => {
  test.each([
    ["en", english],
    ["de", german],
  ] as const)("says so in %s", (locale, said) => {
    const t = createTranslator({ locale, messages: catalogueOf(locale), namespace: "settings.keys" });
    const left = timeLeft(expiresAt, NOW);
    expect(left && t("expiresIn", left)).toBe(said);
  });
});
