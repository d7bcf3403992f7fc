"use client";
import { type DealFormValues, typedValues } from "./deal-fields.client";

/** What is typed stays in this tab until it is saved or given up: a reload or a step back loses nothing. */
const KEY = "remit:deal-form:";

export function keepDraft(id: string, form: FormData): void {
  try {
    sessionStorage.setItem(KEY + id, JSON.stringify(typedValues(form)));
  } catch {
    // No storage (a private window, a full disk): the form still works, it only is not kept.
  }
}

export function keptDraft(id: string): DealFormValues | null {
  try {
    const text = sessionStorage.getItem(KEY + id);
    return text === null ? null : (JSON.parse(text) as DealFormValues);
  } catch {
    return null;
  }
}

export function dropDraft(id: string): void {
  try {
    sessionStorage.removeItem(KEY + id);
  } catch {
    // as above
  }
}
