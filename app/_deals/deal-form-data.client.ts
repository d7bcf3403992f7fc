// Read by the server's actions and by the form in the browser alike; plain functions, so no directive.

/** Percent as typed ("12.5") → basis points; anything else is handed on as it is, for the verb to refuse by name. */
export function bpsOf(value: FormDataEntryValue | null): unknown {
  const text = String(value ?? "").trim();
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text);
  if (match === null) return text;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

function wholeOf(value: FormDataEntryValue | null): unknown {
  const text = String(value ?? "").trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
}

const emptyIsNull = (value: FormDataEntryValue | null): string | null => String(value ?? "").trim() || null;

export function amountOf(form: FormData): string {
  return decimalOf(String(form.get("gross") ?? ""), String(form.get("numbers") ?? ""));
}

/** An amount as a page of this language writes it: "1.250.000,50" on a German page is "1250000.50". */
export function decimalOf(written: string, locale: string): string {
  const text = written.trim();
  if (!locale.startsWith("de"))
    return /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
  if (text.includes(",")) return text.replaceAll(".", "").replace(",", ".");
  return /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll(".", "") : text;
}

/** A plain decimal with the point of the page's language. */
export const shownDecimal = (text: string, locale: string): string =>
  locale.startsWith("de") ? text.replace(".", ",") : text;

/** The fields of the deal form as the API takes them. */
export function dealInputOf(form: FormData) {
  const licenseeId = emptyIsNull(form.get("licenseeId"));
  const cap = emptyIsNull(form.get("capBps"));
  return {
    title: form.get("title"),
    licenseeId,
    ...(licenseeId === null ? { licenseeName: form.get("licenseeName") ?? "" } : {}),
    currency: form.get("currency"),
    gross: amountOf(form),
    contributorShareBps: bpsOf(form.get("contributorShareBps")),
    reserveBps: bpsOf(form.get("reserveBps")),
    reserveReleaseOn: emptyIsNull(form.get("reserveReleaseOn")),
    capBps: cap === null ? null : bpsOf(cap),
    ...askedOf(form),
    exclusive: form.has("exclusive"),
    basis: form.get("basis"),
    weighting: form.get("weighting"),
    termFrom: form.get("termFrom"),
    termTo: emptyIsNull(form.get("termTo")),
    noticeDays: wholeOf(form.get("noticeDays")),
    escheatYears: wholeOf(form.get("escheatYears")),
    escheatTo: form.get("escheatTo"),
  };
}

/** What contributors' terms are asked: the part of the form that decides who answers how. */
function askedOf(form: FormData) {
  return {
    uses: form.getAll("uses"),
    weights: form.get("weights"),
    purpose: form.get("purpose"),
    attribution: form.has("attribution"),
    distillation: form.has("distillation"),
  };
}

/** The same with the buyer, as the preview of answers takes it. */
export function previewInputOf(form: FormData) {
  return {
    ...askedOf(form),
    licenseeId: emptyIsNull(form.get("licenseeId")),
    licenseeName: String(form.get("licenseeName") ?? ""),
    currency: form.get("currency"),
  };
}
