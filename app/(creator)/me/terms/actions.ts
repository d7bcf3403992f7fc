"use server";
import { runAction } from "@/app/_web/action";
import { evaluateForMe } from "@/modules/consent/queries/evaluate-for-me";
import { setTerms } from "@/modules/consent/set-terms";
import { withdrawTerms } from "@/modules/consent/withdraw-terms";
import { previewTerms } from "@/modules/deals/preview-terms";

export async function saveTerms(input: unknown) {
  return runAction<Awaited<ReturnType<typeof setTerms>>>(setTerms, input);
}

export async function takeBackTerms(input: unknown) {
  return runAction<Awaited<ReturnType<typeof withdrawTerms>>>(withdrawTerms, input);
}

export async function tryBuyer(input: unknown) {
  return runAction<Awaited<ReturnType<typeof evaluateForMe>>>(evaluateForMe, input);
}

export type TermsPreview = Awaited<ReturnType<typeof previewTerms>>;

export async function previewDeals(input: unknown) {
  return runAction<TermsPreview>(previewTerms, input);
}
