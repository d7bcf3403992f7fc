import { describe, expect, test } from "vitest";
import { dealValue } from "@/test/factories/deal-values";
import { amend } from "../terms/amend";
import { changedFields, termsOf } from "../terms/deal-diff";
import { DEAL_FIELDS, SHOWN_FIELDS } from "../terms/deal-fields";
import { termsFaults } from "../terms/terms-faults";
import { choiceOpen, mustBeOver, noticeRunning, noticeWindow } from "./notice";

const T0 = new Date("2026-03-01T12:00:00.000Z");
const later = (days: number, ms = 0) => new Date(T0.getTime() + days * 86_400_000 + ms);
const noticed = dealValue({ state: "noticed", reportedAt: T0, ...noticeWindow({ noticeDays: 14 }, T0) });

describe("the notice window", () => {
  test("runs from its first instant up to, and not at, its end", () => {
    expect(noticeRunning(noticed, later(0, -1))).toBe(false);
    expect(noticeRunning(noticed, T0)).toBe(true);
    expect(noticeRunning(noticed, later(14, -1))).toBe(true);
    expect(noticeRunning(noticed, later(14))).toBe(false);
    expect(noticeRunning(dealValue(), T0)).toBe(false);
  });

  test("of no days is over when it starts, so such a deal can be sealed immediately", () => {
    const at = noticeWindow({ noticeDays: 0 }, T0);
    expect(noticeRunning(at, T0)).toBe(false);
    expect(() => mustBeOver({ ...noticed, ...at }, T0)).not.toThrow();
  });

  test("keeps a deal from being sealed until the very end", () => {
    expect(() => mustBeOver(noticed, later(14, -1))).toThrow(
      expect.objectContaining({ code: "DEAL_NOTICE_RUNNING" }),
    );
    expect(() => mustBeOver(noticed, later(14))).not.toThrow();
  });

  test("lets contributors answer while the deal is noticed, also when others dispute it, and in no other state", () => {
    expect(choiceOpen(noticed, later(1))).toBe(true);
    expect(choiceOpen({ ...noticed, state: "disputed", disputedFrom: "noticed" }, later(1))).toBe(true);
    expect(choiceOpen({ ...noticed, state: "disputed", disputedFrom: "funded" }, later(1))).toBe(false);
    expect(choiceOpen({ ...noticed, state: "cancelled" }, later(1))).toBe(false);
    expect(choiceOpen(noticed, later(14))).toBe(false);
  });
});

describe("an amendment", () => {
  const at = later(5);

  test("of anything contributors were shown starts their window again", () => {
    for (const field of SHOWN_FIELDS) {
      const after = { ...termsOf(noticed), [field]: field === "uses" ? ["evaluation"] : "other" };
      if (field === "noticeDays") continue;
      const { deal, restarted, changed } = amend(noticed, after as never, at);
      expect([field, restarted]).toEqual([field, true]);
      expect(changed).toEqual([field]);
      expect(deal.noticedAt).toEqual(at);
      expect(deal.noticeEndsAt).toEqual(later(19));
      expect(deal.version).toBe(2);
    }
  });

  test("of the title alone lets the window run on", () => {
    const { deal, restarted } = amend(
      noticed,
      { ...termsOf(noticed), title: "Forum archive, corrected" },
      at,
    );
    expect(restarted).toBe(false);
    expect(deal.noticeEndsAt).toEqual(noticed.noticeEndsAt);
  });

  test("never shortens the window contributors were given, not even in two steps", () => {
    const shorter = amend(noticed, { ...termsOf(noticed), noticeDays: 0 }, at).deal;
    expect(shorter.noticeEndsAt).toEqual(later(19));
    const late = later(18);
    expect(amend(shorter, { ...termsOf(shorter), grossMinor: 1n }, late).deal.noticeEndsAt).toEqual(
      later(32),
    );
    expect(amend(noticed, { ...termsOf(noticed), noticeDays: 7 }, at).deal.noticeEndsAt).toEqual(later(19));
  });

  test("lengthens the window when it says so, also after the window is over", () => {
    const longer = { ...termsOf(noticed), noticeDays: 21 };
    expect(amend(noticed, longer, at).deal.noticeEndsAt).toEqual(later(26));
    expect(amend(noticed, longer, later(40)).deal.noticeEndsAt).toEqual(later(61));
    const other = { ...termsOf(noticed), grossMinor: 1n };
    expect(amend(noticed, other, later(40)).deal.noticeEndsAt).toEqual(later(54));
  });

  test("before the notice starts no window", () => {
    const reported = dealValue({ state: "reported", reportedAt: T0 });
    const { deal, restarted } = amend(reported, { ...termsOf(reported), grossMinor: 1n }, at);
    expect([restarted, deal.noticedAt, deal.state]).toEqual([false, null, "reported"]);
  });

  test("is refused once the terms are sealed", () => {
    expect(() => amend({ ...noticed, state: "sealed" }, termsOf(noticed), at)).toThrow(
      expect.objectContaining({ code: "LAB_TERMS_LOCKED" }),
    );
  });
});

describe("terms", () => {
  const faultsOf = (over: object) => termsFaults(dealValue(over)).map((fault) => fault.path);

  test("are compared field by field; the order of uses is no difference", () => {
    const a = dealValue({ uses: ["pretraining", "evaluation"] });
    expect(changedFields(a, dealValue({ uses: ["evaluation", "pretraining"] }))).toEqual([]);
    expect(changedFields(a, { ...a, capBps: 0, termTo: "null" })).toEqual(["capBps", "termTo"]);
    expect(new Set(DEAL_FIELDS).size).toBe(23);
  });

  test("may include people who never said yes only with a week to say no", () => {
    expect(faultsOf({ basis: "platform_terms", noticeDays: 6 })).toEqual(["noticeDays"]);
    expect(faultsOf({ basis: "platform_terms", noticeDays: 7 })).toEqual([]);
    expect(faultsOf({ basis: "consent", noticeDays: 0 })).toEqual([]);
  });

  test("name each field that does not hold", () => {
    expect(faultsOf({ operatorFeeBps: 5_001 })).toEqual(["contributorShareBps"]);
    expect(faultsOf({ reserveBps: 5_001 })).toEqual(["reserveBps"]);
    expect(faultsOf({ reserveBps: 5_000 })).toEqual([]);
    expect(faultsOf({ termFrom: "2026-02-01", termTo: "2026-01-31" })).toEqual(["termTo"]);
    expect(faultsOf({ uses: [] })).toEqual(["uses"]);
    expect(faultsOf({ uses: ["grounding", "grounding"] })).toEqual(["uses"]);
    expect(faultsOf({ grossMinor: 10n ** 15n + 1n })).toEqual(["gross"]);
  });
});
