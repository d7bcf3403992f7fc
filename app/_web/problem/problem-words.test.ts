import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { catalogueOf } from "@/messages/catalogues";
import { LOCALES } from "@/messages/locales";
import { PROBLEMS } from "./problem";
import { faultOf } from "./problem-words";

const CODES = [...Object.keys(PROBLEMS), "INTERNAL"].sort();

/** Every `because` of a refusal, as written in the sources. */
const REASONS = new Set(
  ["modules", "infra"]
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))))
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    .flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/(?:because: |(?:unreadable|notSealable)\(\s*)"([a-z_]+)"/g),
    ])
    .map(([, reason]) => reason),
);

describe.each(LOCALES)("refusals in %s", (locale) => {
  const { codes, because } = catalogueOf(locale).problems;
  const t = createTranslator({ locale, messages: catalogueOf(locale), namespace: "problems" });

  test("every code has its sentence, and there is none for a code that is gone", () => {
    expect(Object.keys(codes).sort()).toEqual(CODES);
  });

  test("every reason has its sentence, and there is none for a reason that is gone", () => {
    expect(Object.keys(because).sort()).toEqual([...REASONS].sort());
  });

  test("sentences are whole ones", () => {
    for (const sentence of [...Object.values(codes), ...Object.values(because)])
      expect(sentence).toMatch(/^[“„\p{Lu}{].*\.$/u);
  });

  test("facts stand in them", () => {
    expect(t("because.host_taken", { host: "forum.example" })).toContain("forum.example");
    const max = 1_000;
    expect(t("because.keys_in_use", { max })).toContain(locale === "de" ? "1.000" : "1,000");
  });
});

const Form = z.strictObject({
  name: z.string().min(1).max(5),
  days: z.number().int().min(7).max(90),
  email: z.email(),
  use: z.enum(["train", "search"]),
  rows: z.array(z.string()).min(1),
});
const fine = { name: "Mara", days: 14, email: "m@example.org", use: "train", rows: ["a"] };

test.each([
  [{ name: "" }, "required", 1],
  [{ name: undefined }, "required", 0],
  [{ name: "Margarethe" }, "tooLong", 5],
  [{ days: 3 }, "tooSmall", 7],
  [{ days: 300 }, "tooBig", 90],
  [{ days: "x" }, "number", 0],
  [{ email: "mara" }, "email", 0],
  [{ use: "sell" }, "choose", 0],
  [{ rows: [] }, "tooFew", 1],
  [{ more: 1 }, "other", 0],
])("%j is said for people as %s", (change, word, n) => {
  const issue = Form.safeParse({ ...fine, ...change }).error?.issues[0];
  expect(issue && faultOf(issue)).toEqual({ word, n });
});
