import type { DealTerms } from "../state/deal";
import { DEAL_FIELDS, type DealField } from "./deal-fields";

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
