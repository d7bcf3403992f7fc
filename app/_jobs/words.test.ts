import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogueOf } from "@/messages/catalogues";
import { LOCALES } from "@/messages/locales";

const sources = readdirSync("modules", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => readFileSync(join("modules", file), "utf8"));

/** Every phase of every kind of job, as the sources name them. */
const PHASES = sources
  .flatMap((source) => [...source.matchAll(/\b[A-Z]+_PHASES = \[([^\]]+)\]/g)])
  .flatMap(([, names = ""]) => [...names.matchAll(/"([a-z-]+)"/g)].map(([, name = ""]) => name));

describe.each(LOCALES)("background jobs in %s", (locale) => {
  const { phase } = catalogueOf(locale).jobs;

  test("every phase has its words", () => {
    expect(PHASES.length).toBeGreaterThan(15);
    expect(PHASES.filter((name) => !(name in phase))).toEqual([]);
  });
});
