"use client";
import type { DealFormValues } from "./form-values.client";

/** What is typed stays in this tab until it is saved or given up: a reload or a step back loses nothing. */
const KEY = "remit:deal:";

export function keepDraft(id: string, form: FormData): void {
  try {
    sessionStorage.setItem(KEY + id, JSON.stringify(valuesOf(form)));
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

function valuesOf(form: FormData): DealFormValues {
  const text = (name: string) => String(form.get(name) ?? "");
  const plain = (name: string) => text(name).replace(",", ".");
  return {
    title: text("title"),
    licenseeId: text("licenseeId") || null,
    licenseeName: text("licenseeName"),
    currency: text("currency"),
    gross: text("numbers").startsWith("de") ? plain("gross") : text("gross"),
    contributorShare: plain("contributorShareBps"),
    operatorFeeBps: Number(text("shownFeeBps")),
    reserve: plain("reserveBps"),
    reserveReleaseOn: text("reserveReleaseOn"),
    cap: plain("capBps"),
    uses: form.getAll("uses").map(String),
    weights: text("weights"),
    purpose: text("purpose"),
    attribution: form.has("attribution"),
    distillation: form.has("distillation"),
    exclusive: form.has("exclusive"),
    basis: text("basis"),
    weighting: text("weighting"),
    termFrom: text("termFrom"),
    termTo: text("termTo"),
    noticeDays: Number(text("noticeDays")),
    escheatYears: Number(text("escheatYears")),
    escheatTo: text("escheatTo"),
  };
}
