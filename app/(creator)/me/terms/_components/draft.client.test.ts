import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeDraft, termsToJson } from "@/modules/consent/schema";
import { arbTerms } from "@/test/factories/consent-values";
import { draftOf, faultsOf, priceMicros, termsOf, withCell } from "./draft.client";

describe("a draft", () => {
  test("of saved terms stands for exactly those terms: opening the editor changes nothing", () => {
    fc.assert(
      fc.property(arbTerms, (terms) => {
        const saved = termsToJson(terms);
        const draft = draftOf(saved, "USD");
        expect(faultsOf(draft)).toEqual([]);
        expect(describeDraft(termsOf(draft), saved, [], false)).toMatchObject({ same: true, changes: [] });
      }),
    );
  });

  test("of nothing answers nothing", () => {
    const { uses } = termsOf(draftOf(null, "USD"));
    expect(Object.values(uses).every((u) => u.open.stance === "unset" && u.closed.stance === "unset")).toBe(
      true,
    );
  });

  test.each([
    ["", "0"],
    ["0.01", "10000"],
    ["0,025", "25000"],
    ["12", "12000000"],
    ["0.0000001", null],
    ["-1", null],
    ["free", null],
  ])("the price %j is %j millionths", (text, micros) => expect(priceMicros(text)).toBe(micros));

  test("with a price that is not one cannot be saved", () => {
    const draft = withCell(draftOf(null, "USD"), "synthesis", "open", { stance: "allow", price: "a lot" });
    expect(faultsOf(draft)).toHaveLength(1);
    // Nor does it read as free, which would be a yes at any price.
    expect(termsOf(draft).uses.synthesis.open).toEqual({ stance: "unset" });
  });
});
