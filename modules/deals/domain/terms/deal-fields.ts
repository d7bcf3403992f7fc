import type { DealTerms } from "../state/deal";

export type DealField = keyof DealTerms;

/** How a field is written in a form and read in a table of changes. A choice is a word of a list, text is free. */
export type FieldKind = "text" | "choice" | "uses" | "flag" | "amount" | "share" | "day" | "days" | "years";

type Facts = Readonly<{
  kind: FieldKind;
  /** Whether contributors see it as a term, so that amending it starts their notice window again. */
  shown: boolean;
  /** Whether the licensee agrees to it, so that amending it asks the licensee again. */
  agreed: boolean;
}>;

/**
 * Every field of a deal's terms, in the order of the form; a field that is missing here does not compile. Forms, versions,
 * notices and the licensee's answer follow from it. The title is the parties' own label: correcting it changes nobody's position.
 */
export const FIELDS = {
  title: { kind: "text", shown: false, agreed: false },
  licenseeId: { kind: "text", shown: true, agreed: true },
  licenseeName: { kind: "text", shown: true, agreed: true },
  currency: { kind: "text", shown: true, agreed: true },
  grossMinor: { kind: "amount", shown: true, agreed: true },
  contributorShareBps: { kind: "share", shown: true, agreed: false },
  operatorFeeBps: { kind: "share", shown: true, agreed: false },
  reserveBps: { kind: "share", shown: true, agreed: false },
  reserveReleaseOn: { kind: "day", shown: true, agreed: false },
  capBps: { kind: "share", shown: true, agreed: false },
  uses: { kind: "uses", shown: true, agreed: true },
  weights: { kind: "choice", shown: true, agreed: true },
  purpose: { kind: "choice", shown: true, agreed: true },
  attribution: { kind: "flag", shown: true, agreed: true },
  distillation: { kind: "flag", shown: true, agreed: true },
  exclusive: { kind: "flag", shown: true, agreed: true },
  basis: { kind: "choice", shown: true, agreed: true },
  weighting: { kind: "choice", shown: true, agreed: false },
  termFrom: { kind: "day", shown: true, agreed: true },
  termTo: { kind: "day", shown: true, agreed: true },
  noticeDays: { kind: "days", shown: true, agreed: false },
  escheatYears: { kind: "years", shown: true, agreed: false },
  escheatTo: { kind: "text", shown: true, agreed: false },
} as const satisfies Readonly<Record<DealField, Facts>>;

/** What a new deal says where its platform says nothing else, over the API and in the form alike. */
export const DEFAULTS = {
  licenseeId: null,
  currency: "USD",
  contributorShareBps: 5_000,
  reserveBps: 0,
  reserveReleaseOn: null,
  capBps: null,
  weights: "closed",
  purpose: "commercial",
  attribution: false,
  distillation: false,
  exclusive: false,
  basis: "consent",
  weighting: "per_token",
  termTo: null,
  noticeDays: 14,
  escheatYears: 10,
  escheatTo: "the platform's contributor fund",
} as const satisfies Partial<DealTerms>;

export const DEAL_FIELDS = Object.keys(FIELDS) as readonly DealField[];
export const SHOWN_FIELDS: ReadonlySet<DealField> = new Set(
  DEAL_FIELDS.filter((field) => FIELDS[field].shown),
);

export function isDealField(text: string): text is DealField {
  return Object.hasOwn(FIELDS, text);
}

/** Whether a deal may leave the field empty, as its default does. */
export const mayBeEmpty = (field: DealField): boolean =>
  field in DEFAULTS && DEFAULTS[field as keyof typeof DEFAULTS] === null;
