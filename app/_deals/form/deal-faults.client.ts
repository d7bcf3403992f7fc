"use client";
import { createContext, useContext } from "react";
import type { FieldFault } from "@/kernel/errors";
import { isCurrency } from "@/kernel/money";
import { readAmount } from "@/modules/deals/domain/money/amount";
import { sharesFaults, termsFaults } from "@/modules/deals/domain/terms/terms-faults";
import { dealInputOf } from "./deal-fields.client";

/** Why a field needs another look; without a reason the form's one sentence about the field says all there is. */
export type FormFault = Pick<FieldFault, "because" | "facts">;
export type FormFaults = ReadonlyMap<string, FormFault>;

/** Fields that need another look while the form is being written; the words are the form's. */
export const DealFaults = createContext<FormFaults>(new Map());
export const useDealFault = (name: string): FormFault | undefined => useContext(DealFaults).get(name);

/**
 * The faults of the form's current values: each field's name with its first fault, by the server's own schema and rules. The
 * schema is fetched when a person first leaves a field, so the page does not wait for it.
 */
export async function faultsOf(form: FormData): Promise<FormFaults> {
  const { CreateDealRequest } = await import("@/modules/deals/schema/deal");
  const input = dealInputOf(form);
  const parsed = CreateDealRequest.safeParse(input);
  const operatorFeeBps = Number(form.get("shownFeeBps"));
  const faults = new Map<string, FormFault>();
  const add = (path: string, { because, facts }: FormFault = {}) => {
    if (!faults.has(path)) faults.set(path, { ...(because && { because }), ...(facts && { facts }) });
  };
  const gross = grossOf(input);
  if (typeof gross !== "bigint") add("gross", gross);
  for (const issue of parsed.error?.issues ?? []) add(String(issue.path[0] ?? ""));
  if (input.licenseeId === null && String(form.get("licenseeName") ?? "").trim() === "") add("licenseeName");
  const { contributorShareBps, reserveBps } = input;
  if (typeof contributorShareBps === "number" && typeof reserveBps === "number")
    for (const fault of sharesFaults({ contributorShareBps, operatorFeeBps, reserveBps }))
      add(fault.path, fault);
  if (parsed.success) {
    const terms = {
      ...parsed.data,
      operatorFeeBps,
      licenseeName: "",
      grossMinor: typeof gross === "bigint" ? gross : 0n,
      termFrom: parsed.data.termFrom ?? "",
    };
    for (const fault of termsFaults(terms)) add(fault.path, fault);
  }
  return faults;
}

/** The amount in minor units, or why it is none. */
function grossOf({ gross, currency }: ReturnType<typeof dealInputOf>): bigint | FormFault {
  const known = String(currency);
  return gross === "" || !isCurrency(known) ? {} : readAmount(known, gross, "gross");
}
