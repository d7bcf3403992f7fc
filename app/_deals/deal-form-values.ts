import { isCurrency, majorText } from "@/kernel/money";
import type { DealView } from "@/modules/deals/schema";
import type { DealFormValues } from "./form-values.client";

/** A new deal's form: the same defaults as the API documents. No use is ticked: what is licensed is for the platform to write. */
export function newDealValues(today: string, operatorFeeBps: number): DealFormValues {
  return {
    title: "",
    licenseeId: null,
    licenseeName: "",
    currency: "USD",
    gross: "",
    contributorShare: "50",
    operatorFeeBps,
    reserve: "0",
    reserveReleaseOn: "",
    cap: "",
    uses: [],
    weights: "closed",
    purpose: "commercial",
    attribution: false,
    distillation: false,
    exclusive: false,
    basis: "consent",
    weighting: "per_token",
    termFrom: today,
    termTo: "",
    noticeDays: 14,
    escheatYears: 10,
    escheatTo: "the platform's contributor fund",
  };
}

export function dealValues(deal: DealView): DealFormValues {
  const { currency, minor } = deal.gross;
  return {
    ...deal,
    licenseeId: deal.licensee.id,
    licenseeName: deal.licensee.name,
    currency,
    gross: isCurrency(currency) ? majorText({ currency, minor: BigInt(minor) }) : minor,
    contributorShare: String(deal.contributorShareBps / 100),
    reserve: String(deal.reserveBps / 100),
    reserveReleaseOn: deal.reserveReleaseOn ?? "",
    cap: deal.capBps === null ? "" : String(deal.capBps / 100),
    termTo: deal.termTo ?? "",
  };
}
