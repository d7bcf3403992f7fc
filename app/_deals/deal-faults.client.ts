"use client";
import { createContext, useContext } from "react";
import { isCurrency, parseMajor } from "@/kernel/money";
import { termsFaults } from "@/modules/deals/domain/terms-faults";
import { dealInputOf } from "./deal-form-data.client";

/** Fields that need another look while the form is being written; the words are the form's. */
export const DealFaults = createContext<ReadonlySet<string>>(new Set());
export const useDealFault = (name: string): boolean => useContext(DealFaults).has(name);

/**
 * What is wrong with the form as it stands: by the very schema and rules the server will use. Names of fields; the schema
 * is fetched when somebody first leaves a field, so that the page does not wait for it.
 */
export async function faultsOf(form: FormData): Promise<ReadonlySet<string>> {
  const { CreateDealRequest } = await import("@/modules/deals/schema");
  const input = dealInputOf(form);
  const parsed = CreateDealRequest.safeParse(input);
  const faults = new Set(parsed.error?.issues.map((issue) => String(issue.path[0] ?? "")) ?? []);
  const gross = isCurrency(String(input.currency)) ? parseMajor(input.currency as "USD", input.gross) : null;
  if (gross === null || gross < 0n) faults.add("gross");
  if (input.licenseeId === null && String(form.get("licenseeName") ?? "").trim() === "")
    faults.add("licenseeName");
  if (parsed.success) {
    const terms = {
      ...parsed.data,
      operatorFeeBps: Number(form.get("shownFeeBps")),
      licenseeName: "",
      grossMinor: gross ?? 0n,
      termFrom: parsed.data.termFrom ?? "",
    };
    for (const { path } of termsFaults(terms)) faults.add(path);
  }
  return faults;
}
