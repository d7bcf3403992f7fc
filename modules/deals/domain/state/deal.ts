import type { Currency } from "@/kernel/money";
import type { ConsentRequest } from "@/modules/consent/domain/request";
import type { Purpose, Use, Weights } from "@/modules/consent/domain/uses";
import { type MoneySplit, splitMoney } from "../money/money-split";
import type { DealState } from "./deal-state";

export type { DealState } from "./deal-state";

export const DEAL_BASES = ["consent", "platform_terms"] as const;
/** `consent`: only an explicit allow is cleared. `platform_terms`: unset is included too; deny is excluded always. */
export type DealBasis = (typeof DEAL_BASES)[number];

export const WEIGHTINGS = ["per_item", "per_token", "score_log", "quality", "equal"] as const;
/** How a row's weight is computed; `equal` weighs contributors, not rows. */
export type Weighting = (typeof WEIGHTINGS)[number];

/**
 * What a licensee on Remit said to being named: nothing yet, yes, or no. `before_rule` marks deals that were reported when
 * licensees were not asked; they go on as if accepted.
 */
export const LICENSEE_ANSWERS = ["waiting", "accepted", "declined", "before_rule"] as const;
export type LicenseeAnswer = (typeof LICENSEE_ANSWERS)[number];

/** A calendar day in UTC, `2026-11-23`. */
export type IsoDay = string;

/** What a deal says. One version of a deal is exactly these fields. */
export type DealTerms = Readonly<{
  title: string;
  /** A lab here, or null when the licensee is only named. */
  licenseeId: string | null;
  licenseeName: string;
  currency: Currency;
  grossMinor: bigint;
  contributorShareBps: number;
  operatorFeeBps: number;
  reserveBps: number;
  /** The day the reserve is paid out; null only without a reserve and without a cap, once reported. */
  reserveReleaseOn: IsoDay | null;
  /** Most one contributor may get, in bps of what is distributed; null: no cap. */
  capBps: number | null;
  uses: readonly Use[];
  weights: Weights;
  purpose: Purpose;
  attribution: boolean;
  distillation: boolean;
  exclusive: boolean;
  basis: DealBasis;
  weighting: Weighting;
  termFrom: IsoDay;
  /** Last day of the term; null: without end. */
  termTo: IsoDay | null;
  noticeDays: number;
  escheatYears: number;
  escheatTo: string;
}>;

export type Deal = DealTerms &
  Readonly<{
    id: string;
    platformId: string;
    state: DealState;
    /** Where the deal goes back to when its dispute ends; null unless disputed. */
    disputedFrom: DealState | null;
    version: number;
    createdBy: string;
    createdAt: Date;
    reportedAt: Date | null;
    /** Start of the notice window that counts: an amendment of shown terms starts it again. */
    noticedAt: Date | null;
    noticeEndsAt: Date | null;
    sealedAt: Date | null;
    /** The instant of the sealed clearance: as of it everybody's consent counts. Null until sealed. */
    sealedAsOf: Date | null;
    fundedAt: Date | null;
    fundingReference: string | null;
    /** The day the bank credited the payment; null until funded, and for payments confirmed before it was asked. */
    fundingValueDate: IsoDay | null;
    /** The reference as it is compared with others; null until funded. */
    fundingKey: string | null;
    allocatedAt: Date | null;
    cancelledAt: Date | null;
    disputedAt: Date | null;
    disputeReason: string | null;
    /** What the licensee said to being named; null when it is only named, or while the deal is a draft. */
    licenseeAnswer: LicenseeAnswer | null;
    licenseeAnsweredAt: Date | null;
    licenseeAnswerNote: string | null;
    /** Since when the platform asks to cancel the sealed deal; null when it does not. */
    cancelRequestedAt: Date | null;
    /** Why, for everybody to read once the deal is cancelled. */
    cancelReason: string | null;
    /** What the platform told the other side besides. */
    cancelNote: string | null;
    sealedAllocationId: string | null;
  }>;

/** The question a deal puts to each contributor's terms, as of `at`. */
export function consentRequestOf(deal: DealTerms, at: Date): ConsentRequest {
  return {
    uses: [...deal.uses],
    buyerId: deal.licenseeId,
    buyerName: deal.licenseeName,
    weights: deal.weights,
    purpose: deal.purpose,
    attribution: deal.attribution,
    distillation: deal.distillation,
    currency: deal.currency,
    at,
  };
}

/** The money of a deal by its own rules (see domain/money-split.ts for the roundings). */
export function moneyOf(terms: DealTerms): MoneySplit {
  return splitMoney(terms);
}
