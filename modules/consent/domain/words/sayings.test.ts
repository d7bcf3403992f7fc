import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbTerms } from "@/test/factories/consent-values";
import { presetTerms } from "../presets";
import { termsToJson } from "../terms";
import { USES, WEIGHTS } from "../uses";
import { cellSaid, NOTHING_SAID, sayingsOf } from "./sayings";

describe("what terms say", () => {
  test("names every use exactly once, with what its cells say", () => {
    fc.assert(
      fc.property(arbTerms, (terms) => {
        const json = termsToJson(terms);
        const sayings = sayingsOf(json);
        expect(sayings.flatMap(({ uses }) => uses).sort()).toEqual([...USES].sort());
        for (const { uses, open, closed } of sayings)
          for (const use of uses) expect(json.uses[use]).toMatchObject({ open, closed });
      }),
    );
  });

  test("is one saying where a preset treats every use alike", () => {
    const [only, ...rest] = sayingsOf(termsToJson(presetTerms("open_or_pay", "EUR")));
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ uses: USES, currency: "EUR", closed: { floorMicros: "10000" } });
  });

  test("a cell carries the conditions of a yes, and of nothing else", () => {
    const never = presetTerms("never", "USD");
    const research = presetTerms("research_only", "USD");
    for (const weights of WEIGHTS) {
      expect(cellSaid(never, "synthesis", weights).conditions).toBeNull();
      expect(cellSaid(research, "synthesis", weights).conditions?.purposes).toEqual(["research"]);
    }
    expect(cellSaid(null, "synthesis", "open")).toEqual(NOTHING_SAID);
  });
});
