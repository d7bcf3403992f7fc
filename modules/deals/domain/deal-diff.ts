import type { DealTerms } from "./deal";

export type DealField = keyof DealTerms;

/**
 * Every field of a deal's terms, and whether contributors are shown it as a term. The title is the parties' own label:
 * correcting it changes nobody's position. A field that is missing here does not compile.
 */
const FIELDS: Readonly<Record<DealField, "shown" | "label">> = {
  title: "label",
  licenseeId: "shown",
  licenseeName: "shown",
  currency: "shown",
  grossMinor: "shown",
  contributorShareBps: "shown",
  operatorFeeBps: "shown",
  reserveBps: "shown",
  reserveReleaseOn: "shown",
  capBps: "shown",
  uses: "shown",
  weights: "shown",
  purpose: "shown",
  attribution: "shown",
  distillation: "shown",
  exclusive: "shown",
  basis: "shown",
  weighting: "shown",
  termFrom: "shown",
  termTo: "shown",
  noticeDays: "shown",
  escheatYears: "shown",
  escheatTo: "shown",
};

export const DEAL_FIELDS = Object.keys(FIELDS) as readonly DealField[];
export const SHOWN_FIELDS: ReadonlySet<DealField> = new Set(
  DEAL_FIELDS.filter((field) => FIELDS[field] === "shown"),
);

export function isDealField(text: string): text is DealField {
  return Object.hasOwn(FIELDS, text);
}

/** The terms alone, without the deal's progress: what a version keeps. */
export function termsOf(deal: DealTerms): DealTerms {
  return Object.fromEntries(DEAL_FIELDS.map((field) => [field, deal[field]])) as DealTerms;
}

/** Names of the fields in which two versions differ, in the order of the form. The order of uses is no difference. */
export function changedFields(before: DealTerms, after: DealTerms): readonly DealField[] {
  return DEAL_FIELDS.filter((field) => comparable(before[field]) !== comparable(after[field]));
}

function comparable(value: DealTerms[DealField]): string {
  return Array.isArray(value) ? [...value].sort().join(",") : `${typeof value}:${String(value)}`;
}
