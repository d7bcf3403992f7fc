import { describe, expect, test } from "vitest";
import { standingOf } from "./standing-of";

const NOW = new Date("2027-03-10T12:00:00Z");
type Deal = Parameters<typeof standingOf>[1];
type Split = Parameters<typeof standingOf>[0];

const over: Deal = {
  state: "noticed",
  version: 2,
  sealedAt: null,
  cancellation: null,
  noticeRunning: false,
  noticeEndsAt: "2027-03-10T00:00:00Z",
  licenseeAnswer: { state: "accepted", awaited: false, at: null, note: null },
  platform: { id: "org_p", name: "Slowfeed", verified: true },
  allowedActs: ["seal"],
};
const sealed: Deal = { ...over, state: "sealed", sealedAt: "2027-03-10T11:00:00Z", allowedActs: [] };
const preview: Split = { postedAt: null, sealedAt: null, whatIf: false, dealVersion: 2 };
const counts: Split = { ...preview, sealedAt: "2027-03-10T11:00:00Z" };
const cleared = {
  asOf: "2027-03-10T09:00:00Z",
  sealableUntil: "2027-03-11T09:00:00Z",
  answeredSince: false,
  dealVersion: 2,
};
const of = (split: Split, deal: Deal, more: Partial<typeof cleared> = {}) =>
  standingOf(split, deal, { cleared: { ...cleared, ...more }, now: NOW });

describe("where a split stands", () => {
  test("a cancelled deal pays nobody, whatever was sealed", () => {
    for (const split of [preview, counts, { ...preview, whatIf: true }, { ...preview, dealVersion: 1 }])
      expect(of(split, { ...sealed, state: "cancelled" })).toBe("cancelled");
  });

  test("a sealed split waits for what its deal waits for", () => {
    const cancellation = { requestedAt: "2027-03-10T11:30:00Z", reason: "A change of plans", note: null };
    expect(of(counts, sealed)).toBe("sealed");
    expect(of(counts, { ...sealed, cancellation })).toBe("sealedLeaving");
    expect(of(counts, { ...sealed, state: "disputed" })).toBe("sealedFrozen");
    expect(of(counts, { ...sealed, state: "funded" })).toBe("sealedPaid");
    expect(of({ ...counts, postedAt: "2027-03-10T11:40:00Z" }, { ...sealed, state: "allocated" })).toBe(
      "posted",
    );
  });

  test("once a split is sealed, no other can be", () => {
    for (const state of ["sealed", "funded", "allocated", "disputed"] as const) {
      expect(of(preview, { ...sealed, state })).toBe("otherSealed");
      expect(of({ ...preview, dealVersion: 1 }, { ...sealed, state })).toBe("otherSealed");
      expect(of({ ...preview, whatIf: true }, { ...sealed, state })).toBe("whatIfLate");
    }
  });

  test("a preview says what it still waits for", () => {
    expect(of(preview, { ...over, state: "draft" })).toBe("previewEarly");
    expect(of(preview, { ...over, state: "reported" })).toBe("previewEarly");
    expect(of(preview, { ...over, noticeRunning: true, allowedActs: [] })).toBe("previewNoticed");
    expect(of(preview, { ...over, state: "disputed", allowedActs: [] })).toBe("frozen");
    expect(of({ ...preview, dealVersion: 1 }, over)).toBe("outdated");
    expect(of(preview, over, { asOf: "2027-03-09T23:00:00Z" })).toBe("clearedEarly");
    expect(of(preview, over, { answeredSince: true })).toBe("clearedEarly");
    expect(of(preview, over, { dealVersion: 1 })).toBe("outdated");
    expect(of({ ...preview, whatIf: true }, { ...over, state: "disputed", allowedActs: [] })).toBe("frozen");
    expect(of(preview, over, { sealableUntil: "2027-03-10T11:59:00Z" })).toBe("tooOld");
  });

  test("after the notice, only who may seal is offered the seal", () => {
    const answer = (state: "waiting" | "declined", awaited = true) => ({
      ...over,
      allowedActs: [],
      licenseeAnswer: { state, awaited, at: null, note: null },
    });
    expect(of(preview, over)).toBe("ready");
    expect(of(preview, { ...over, allowedActs: [] })).toBe("readyForOthers");
    expect(of(preview, answer("waiting"))).toBe("previewUnanswered");
    expect(of(preview, answer("waiting", false))).toBe("readyForOthers");
    expect(of(preview, answer("declined"))).toBe("previewDeclined");
    const unverified = { ...over.platform, verified: false };
    expect(of(preview, { ...over, platform: unverified, allowedActs: [] })).toBe("previewUnverified");
  });
});
