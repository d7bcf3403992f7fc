import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import type { DealView } from "@/modules/deals/schema/deal";
import { type Cleared, clearanceFlaw } from "../../../_components/work-step";

type Split = Pick<AllocationWire, "postedAt" | "sealedAt" | "whatIf" | "dealVersion">;
type Of = Pick<
  DealView,
  | "state"
  | "platform"
  | "version"
  | "sealedAt"
  | "cancellation"
  | "noticeRunning"
  | "noticeEndsAt"
  | "licenseeAnswer"
  | "allowedActs"
>;

/**
 * Whether a split counts, could be made to count by this reader, or why it cannot. What became of the deal comes first: no
 * split of a cancelled deal pays anybody, and once one is sealed no other can be.
 */
export function standingOf(split: Split, deal: Of, { cleared, now }: { cleared: Cleared; now: Date }) {
  if (split.postedAt !== null) return "posted";
  if (deal.state === "cancelled") return "cancelled";
  if (split.sealedAt !== null) return sealedStanding(deal);
  if (deal.sealedAt !== null) return split.whatIf ? "whatIfLate" : "otherSealed";
  if (deal.state === "disputed") return "frozen";
  if (split.whatIf) return "whatIf";
  if (split.dealVersion !== deal.version) return "outdated";
  if (deal.state !== "noticed") return "previewEarly";
  if (deal.noticeRunning) return "previewNoticed";
  if (deal.licenseeAnswer.state === "declined") return "previewDeclined";
  const flaw = clearanceFlaw(cleared, deal, now);
  if (flaw !== null) return FLAWED[flaw];
  if (deal.licenseeAnswer.awaited) return "previewUnanswered";
  if (!deal.platform.verified) return "previewUnverified";
  return deal.allowedActs.includes("seal") ? "ready" : "readyForOthers";
}

const FLAWED = { amended: "outdated", early: "clearedEarly", old: "tooOld" } as const;

function sealedStanding({ state, cancellation }: Of) {
  if (state === "disputed") return "sealedFrozen";
  if (state === "funded") return "sealedPaid";
  return cancellation === null ? "sealed" : "sealedLeaving";
}
