import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "@/kernel/errors";
import {
  allows,
  DEAL_ACTS,
  DEAL_STATES,
  type DealAct,
  type DealState,
  next,
  type Standing,
} from "./deal-state";

// The whole table once more, written as people would check it: act, from, to. Whatever is absent must be refused.
const EXPECTED: readonly (readonly [DealAct, DealState, DealState])[] = [
  ["edit", "draft", "draft"],
  ["report", "draft", "reported"],
  ["notice", "reported", "noticed"],
  ["amend", "reported", "reported"],
  ["amend", "noticed", "noticed"],
  ["seal", "noticed", "sealed"],
  ["fund", "sealed", "funded"],
  ["allocate", "funded", "allocated"],
  ["distribute", "allocated", "distributed"],
  ["close", "distributed", "closed"],
  ["cancel", "draft", "cancelled"],
  ["cancel", "reported", "cancelled"],
  ["cancel", "noticed", "cancelled"],
  ["accept", "reported", "reported"],
  ["accept", "noticed", "noticed"],
  ["decline", "reported", "reported"],
  ["decline", "noticed", "noticed"],
  ["ask_cancel", "sealed", "sealed"],
  ["withdraw_cancel", "sealed", "sealed"],
  ["agree_cancel", "sealed", "cancelled"],
  ["refuse_cancel", "sealed", "sealed"],
  ["unfund", "funded", "sealed"],
  ["unallocate", "allocated", "funded"],
  ["dispute", "reported", "disputed"],
  ["dispute", "noticed", "disputed"],
  ["dispute", "sealed", "disputed"],
  ["dispute", "funded", "disputed"],
  ["dispute", "allocated", "disputed"],
  ["dispute", "distributed", "disputed"],
];
const standing = (state: DealState): Standing => ({
  state,
  disputedFrom: state === "disputed" ? "noticed" : null,
});

describe("the state of a deal", () => {
  for (const act of DEAL_ACTS.filter((a) => a !== "undispute")) {
    for (const state of DEAL_STATES) {
      const to = EXPECTED.find(([a, from]) => a === act && from === state)?.[2];
      test(`${act} when ${state} ${to === undefined ? "is refused" : `leads to ${to}`}`, () => {
        expect(allows(standing(state), act)).toBe(to !== undefined);
        if (to === undefined) expect(() => next(standing(state), act)).toThrow(DomainError);
        else expect(next(standing(state), act).state).toBe(to);
      });
    }
  }

  test("a dispute leads back to where it came from, from everywhere it can start", () => {
    for (const state of DEAL_STATES.filter((s) => allows(standing(s), "dispute"))) {
      const disputed = next(standing(state), "dispute");
      expect(disputed).toEqual({ state: "disputed", disputedFrom: state });
      expect(DEAL_ACTS.filter((act) => allows(disputed, act))).toEqual(["undispute"]);
      expect(next(disputed, "undispute")).toEqual({ state, disputedFrom: null });
    }
    for (const state of DEAL_STATES.filter((s) => s !== "disputed"))
      expect(() => next(standing(state), "undispute")).toThrow(DomainError);
  });

  test("locked terms are named as such, other refusals say from where the act is possible", () => {
    expect(() => next(standing("sealed"), "amend")).toThrow(
      expect.objectContaining({ code: "LAB_TERMS_LOCKED" }),
    );
    expect(() => next(standing("draft"), "notice")).toThrow(
      expect.objectContaining({
        code: "DEAL_STATE",
        detail: { state: "draft", act: "notice", allowedIn: ["reported"] },
      }),
    );
  });

  test("no sequence of acts reaches money without passing notice, and disputedFrom is set exactly in a dispute", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...DEAL_ACTS), { maxLength: 40 }), (acts) => {
        let now: Standing = { state: "draft", disputedFrom: null };
        const seen: DealState[] = ["draft"];
        for (const act of acts) {
          if (!allows(now, act)) continue;
          now = next(now, act);
          seen.push(now.state);
          expect(now.disputedFrom !== null).toBe(now.state === "disputed");
        }
        if (seen.includes("funded")) expect(seen.indexOf("noticed")).toBeLessThan(seen.indexOf("funded"));
        const paid = seen.lastIndexOf("funded") > seen.lastIndexOf("sealed");
        if (seen.includes("cancelled")) expect(paid).toBe(false);
      }),
    );
  });
});
