import fc from "fast-check";
import { test } from "vitest";
import { arbSpelledWorld, expectSpellingsToCountForNothing } from "@/test/factories/spelled-worlds";

test("verdicts and shares are the same however names and identifiers are spelled", async () => {
  await expectSpellingsToCountForNothing(fc.sample(arbSpelledWorld, { numRuns: 16 }));
}, 240_000);
