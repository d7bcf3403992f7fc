// Read by the server's actions and by the form in the browser alike; plain functions, so no directive.

/** Percent as typed ("12.5") → basis points; anything else is handed on as it is, for the verb to refuse by name. */
export function bpsOf(value: FormDataEntryValue | null): unknown {
  const text = String(value ?? "").trim();
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text);
  if (match === null) return text;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** A whole number as typed; anything else is handed on as it is. */
export function wholeOf(value: FormDataEntryValue | null): unknown {
  const text = String(value ?? "").trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
}

/** The amount as typed, as the API takes it. */
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
