import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dealValue } from "@/test/factories/deal-values";
import { LICENSEE_ANSWERS } from "../state/deal";
import { DEAL_ACTS, DEAL_STATES, next } from "../state/deal-state";
import { asked, awaitsAnswer, isPossible, mustBePossible } from "./agreement";

const STATES = ["unverified", "verified", "suspended"] as const;

describe("what the parties said", () => {
  test("a no is always waited out, a yes never, silence only of a lab that somebody has verified", () => {
    for (const labState of STATES) {
      expect(awaitsAnswer({ licenseeAnswer: "declined" }, labState)).toBe(true);
      expect(awaitsAnswer({ licenseeAnswer: "accepted" }, labState)).toBe(false);
      expect(awaitsAnswer({ licenseeAnswer: "before_rule" }, labState)).toBe(false);
      expect(awaitsAnswer({ licenseeAnswer: "waiting" }, labState)).toBe(labState !== "unverified");
    }
    expect(awaitsAnswer({ licenseeAnswer: null }, null)).toBe(false);
    expect(asked({ licenseeId: null }).licenseeAnswer).toBeNull();
  });

  test("an act is possible exactly when neither its state nor what was said refuses it", () => {
    const deal = fc.record({
      state: fc.constantFrom(...DEAL_STATES.filter((state) => state !== "disputed")),
      licenseeAnswer: fc.option(fc.constantFrom(...LICENSEE_ANSWERS)),
      cancelRequestedAt: fc.option(fc.constant(new Date(0))),
    });
    fc.assert(
      fc.property(deal, fc.constantFrom(...DEAL_ACTS), (over, act) => {
        const value = dealValue(over);
        const refused = () => {
          next(value, act);
          mustBePossible(value, act);
        };
        if (isPossible(value, act)) expect(refused).not.toThrow();
        else expect(refused).toThrow();
      }),
    );
  });

  test("nobody cancels a sealed deal without a request, and nobody pays one with it", () => {
    const sealed = dealValue({ state: "sealed" });
    const requested = dealValue({ state: "sealed", cancelRequestedAt: new Date(0) });
    expect(DEAL_ACTS.filter((act) => isPossible(sealed, act))).toEqual(["fund", "ask_cancel", "dispute"]);
    expect(DEAL_ACTS.filter((act) => isPossible(requested, act))).toEqual([
      "withdraw_cancel",
      "agree_cancel",
      "refuse_cancel",
      "dispute",
    ]);
  });
});
