"use server";
import { type FieldsOf, runAction } from "@/app/_web/request/action";
import { evaluateForMe } from "@/modules/consent/queries/evaluate-for-me";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { withdrawTerms } from "@/modules/consent/terms/withdraw-terms";
import { previewTerms } from "@/modules/deals/contributor/preview-terms";

export async function saveTerms(input: unknown) {
  return runAction<Awaited<ReturnType<typeof setTerms>>>(setTerms, input, termsField);
}

export async function takeBackTerms(input: unknown) {
  return runAction<Awaited<ReturnType<typeof withdrawTerms>>>(withdrawTerms, input, termsField);
}

/** What the scope says now, for the editor to compare with; what is scheduled last counts. */
const termsField: FieldsOf = (current) => {
  const { inForce, scheduled } = current as {
    inForce: { terms: unknown } | null;
    scheduled: readonly { terms: unknown }[];
  };
  return { terms: [JSON.stringify((scheduled.at(-1) ?? inForce)?.terms ?? null)] };
};

export async function tryBuyer(input: unknown) {
  return runAction<Awaited<ReturnType<typeof evaluateForMe>>>(evaluateForMe, input);
}

export type TermsPreview = Awaited<ReturnType<typeof previewTerms>>;

export async function previewDeals(input: unknown) {
  return runAction<TermsPreview>(previewTerms, input);
}
