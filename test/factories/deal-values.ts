import type { Deal } from "@/modules/deals/domain/state/deal";
import { DEFAULTS } from "@/modules/deals/domain/terms/deal-fields";

/** A deal as a plain value, for tests of pure rules: 1,000,000.00 USD, half of it for contributors, 14 days' notice. */
export function dealValue(over: Partial<Deal> = {}): Deal {
  return {
    id: "deal_00000000000000000000000000",
    platformId: "org_00000000000000000000000000",
    state: "draft",
    disputedFrom: null,
    version: 1,
    ...DEFAULTS,
    title: "Forum archive 2026",
    licenseeName: "Northwind Labs",
    grossMinor: 100_000_000n,
    operatorFeeBps: 300,
    uses: ["pretraining"],
    termFrom: "2026-01-01",
    createdBy: "system:test",
    createdAt: new Date("2026-01-01T00:00:00Z"),
    reportedAt: null,
    noticedAt: null,
    noticeEndsAt: null,
    sealedAt: null,
    sealedAsOf: null,
    fundedAt: null,
    fundingReference: null,
    fundingValueDate: null,
    fundingKey: null,
    allocatedAt: null,
    cancelledAt: null,
    disputedAt: null,
    disputeReason: null,
    licenseeAnswer: null,
    licenseeAnsweredAt: null,
    licenseeAnswerNote: null,
    cancelRequestedAt: null,
    cancelReason: null,
    cancelNote: null,
    sealedAllocationId: null,
    ...over,
  };
}
