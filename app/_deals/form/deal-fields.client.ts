// Read by pages, the server's actions and the form in the browser alike; plain functions, so no directive.
import { isCurrency, majorText } from "@/kernel/money";
import {
  DEAL_FIELDS,
  DEFAULTS,
  type DealField,
  FIELDS,
  type FieldKind,
  isDealField,
  mayBeEmpty,
} from "@/modules/deals/domain/terms/deal-fields";
import type { DealView } from "@/modules/deals/schema/deal";
import { amountOf, bpsOf, shownDecimal, wholeOf } from "./deal-form-data.client";

/** The fields that the form asks under their own name. It asks the amount as `gross`, and shows the fee without asking it. */
type Asked = Exclude<DealField, "grossMinor" | "operatorFeeBps">;
const ASKED = DEAL_FIELDS.filter(
  (field): field is Asked => field !== "grossMinor" && field !== "operatorFeeBps",
);

type ByKind = { flag: boolean; uses: readonly string[] };
type Written<K extends FieldKind> = K extends keyof ByKind ? ByKind[K] : string;

/** What the form starts from: a deal's terms, or the defaults of a new one. Shares are percent as typed. */
export type DealFormValues = Readonly<
  { [F in Asked]: Written<(typeof FIELDS)[F]["kind"]> } & { gross: string; operatorFeeBps: number }
>;

type Way = Readonly<{
  /** A value of the terms as the form shows it. */
  shown: (value: unknown) => string | boolean | readonly string[];
  /** What is typed, to lay the form out again. */
  typed: (form: FormData, name: string) => string | boolean | readonly string[];
  /** What is typed, as the API takes it. What is none is handed on as it is, for the verb to refuse by name. */
  sent: (form: FormData, name: string) => unknown;
}>;

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");
const asText: Way = { shown: String, typed: textOf, sent: (form, name) => form.get(name) };
const asWhole: Way = { ...asText, sent: (form, name) => wholeOf(form.get(name)) };

const WAYS: Readonly<Record<Exclude<FieldKind, "amount">, Way>> = {
  text: asText,
  choice: asText,
  day: asText,
  days: asWhole,
  years: asWhole,
  share: {
    shown: (bps) => String(Number(bps) / 100),
    typed: (form, name) => textOf(form, name).replace(",", "."),
    sent: (form, name) => bpsOf(form.get(name)),
  },
  flag: {
    shown: (value) => value === true,
    typed: (form, name) => form.has(name),
    sent: (form, name) => form.has(name),
  },
  uses: {
    shown: (value) => value as readonly string[],
    typed: (form, name) => form.getAll(name).map(String),
    sent: (form, name) => form.getAll(name),
  },
};

const each = <T>(read: (field: Asked, way: Way) => T): Record<string, T> =>
  Object.fromEntries(ASKED.map((field) => [field, read(field, WAYS[FIELDS[field].kind])]));

type Rest = Readonly<{ gross: string; operatorFeeBps: number }>;

function shownValues(terms: Readonly<Record<Asked, unknown>>, rest: Rest): DealFormValues {
  const shown = each((field, way) => (terms[field] === null ? "" : way.shown(terms[field])));
  return { ...shown, ...rest } as DealFormValues;
}

/** A new deal's form. No use is ticked: what is licensed is for the platform to write. */
export function newDealValues(today: string, operatorFeeBps: number): DealFormValues {
  const terms = { ...DEFAULTS, title: "", licenseeName: "", uses: [], termFrom: today };
  return shownValues(terms, { gross: "", operatorFeeBps });
}

/** The form of a deal as it is stored. */
export function dealValues(deal: DealView): DealFormValues {
  const { currency, minor } = deal.gross;
  const terms = { ...deal, currency, licenseeId: deal.licensee.id, licenseeName: deal.licensee.name };
  const gross = isCurrency(currency) ? majorText({ currency, minor: BigInt(minor) }) : minor;
  return shownValues(terms, { gross, operatorFeeBps: deal.operatorFeeBps });
}

/** What is typed into the form at this moment. */
export function typedValues(form: FormData): DealFormValues {
  const typed = each((field, way) => way.typed(form, field));
  const german = textOf(form, "numbers").startsWith("de");
  const gross = german ? textOf(form, "gross").replace(",", ".") : textOf(form, "gross");
  return { ...typed, gross, operatorFeeBps: Number(textOf(form, "shownFeeBps")) } as DealFormValues;
}

type Input = Readonly<Record<Asked, unknown> & { licenseeId: string | null; gross: string }>;

/** The fields of the deal form as the API takes them. A licensee of the list is named by its id alone. */
export function dealInputOf(form: FormData): Input {
  const { licenseeName, ...sent } = each((field, way) => {
    const isNone = mayBeEmpty(field) && textOf(form, field).trim() === "";
    return isNone ? null : way.sent(form, field);
  });
  const named = sent.licenseeId === null ? { licenseeName: licenseeName ?? "" } : {};
  return { ...sent, ...named, gross: amountOf(form) } as Input;
}

/** What contributors' terms are asked, with the buyer, as the preview of answers takes it. */
export function previewInputOf(form: FormData) {
  const { uses, weights, purpose, attribution, distillation, licenseeId, currency } = dealInputOf(form);
  const licenseeName = textOf(form, "licenseeName");
  return { uses, weights, purpose, attribution, distillation, licenseeId, licenseeName, currency };
}

/** What the form's fields would say about the deal as it is stored, as the page's language writes numbers. */
export function fieldsOfDeal(deal: DealView, locale: string): Readonly<Record<string, readonly string[]>> {
  const values = dealValues(deal);
  const fields = each<readonly string[]>((field) => {
    const value = values[field];
    if (typeof value === "boolean") return value ? ["on"] : [];
    if (typeof value !== "string") return value;
    return [FIELDS[field].kind === "share" ? shownDecimal(value, locale) : value];
  });
  return { ...fields, gross: [shownDecimal(values.gross, locale)] };
}

/** How a field of a version is read; null for one that no deal has any more. */
export const kindOf = (field: string): FieldKind | null => (isDealField(field) ? FIELDS[field].kind : null);
