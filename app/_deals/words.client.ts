// Read by server and client components alike; plain data, so no directive.
import type { DealView } from "@/modules/deals/schema";

type Words<T extends string> = Readonly<Record<T, string>>;

export const USE_NAMES: Words<DealView["uses"][number]> = {
  pretraining: "Pretraining",
  post_training: "Post-training",
  evaluation: "Evaluation",
  grounding: "Grounding",
  indexing: "Indexing",
  synthesis: "Synthesis",
};

export const WEIGHTS_NAMES: Words<DealView["weights"]> = {
  open: "Open: everybody gets the models' weights",
  closed: "Closed: the licensee keeps the models' weights",
};

export const PURPOSE_NAMES: Words<DealView["purpose"]> = { commercial: "Commercial", research: "Research" };

export const BASIS_NAMES: Words<DealView["basis"]> = {
  consent: "Consent: only contributors who said yes are in",
  platform_terms: "Platform terms: contributors who said nothing are in too; a no always counts",
};

export const WEIGHTING_NAMES: Words<DealView["weighting"]> = {
  per_token: "By length: each token counts the same",
  per_item: "By item: each item counts the same",
  score_log: "By length and score: well-liked items count more",
  quality: "By the platform's quality measure",
  equal: "Equally: each contributor counts the same",
};

/** Names of the fields of a deal's terms, as every page and every list of changes calls them. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  title: "Title",
  licenseeId: "Licensee on Remit",
  licenseeName: "Licensee",
  currency: "Currency",
  grossMinor: "Gross amount",
  contributorShareBps: "Contributors' part",
  operatorFeeBps: "Remit's fee",
  reserveBps: "Reserve",
  reserveReleaseOn: "Reserve released on",
  capBps: "Most for one contributor",
  uses: "Uses",
  weights: "Weights",
  purpose: "Purpose",
  attribution: "Attribution",
  distillation: "Distillation",
  exclusive: "Exclusive",
  basis: "Who is in",
  weighting: "How it is split",
  termFrom: "Term from",
  termTo: "Term to",
  noticeDays: "Notice",
  escheatYears: "Unclaimed money kept",
  escheatTo: "Unclaimed money then goes to",
};

export function fieldName(field: string): string {
  return FIELD_NAMES[field] ?? field;
}

/** 1250 → "12.5 %". */
export function percent(bps: number): string {
  return `${bps / 100}\u00a0%`;
}

export function days(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}

/** What was done to a deal, as its history says it. */
export const ACT_NAMES: Readonly<Record<string, string>> = {
  draft: "Drafted",
  edit: "Draft edited",
  report: "Reported",
  notice: "Notice given to contributors",
  amend: "Amended",
  seal: "Sealed",
  fund: "Funding confirmed",
  allocate: "Shares on the books",
  distribute: "Distributed",
  close: "Closed",
  cancel: "Cancelled",
  dispute: "Disputed",
  undispute: "Dispute ended",
};
