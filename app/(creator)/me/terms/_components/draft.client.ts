import type { Currency } from "@/kernel/money";
import {
  type CellJson,
  type ConditionsJson,
  PURPOSES,
  type TermsJson,
  USE_VOCABULARY,
  USES,
  type Use,
  WEIGHTS,
  type Weights,
} from "@/modules/consent/schema";

/** What the editor holds while somebody types: texts where the terms have numbers, so that nothing typed is lost. */
export type CellDraft = Readonly<{ stance: "allow" | "deny" | "unset"; price: string }>;
export type ConditionsDraft = Readonly<{
  research: boolean;
  commercial: boolean;
  attribution: boolean;
  noDistillation: boolean;
  until: string;
  /** The saved instant behind `until`: kept to the millisecond while its day is not changed. */
  untilSaved: string | null;
  buyers: "any" | "listed";
  allowed: string;
  blocked: string;
}>;
export type Draft = Readonly<{
  currency: Currency;
  cells: Readonly<Record<Use, Readonly<Record<Weights, CellDraft>>>>;
  common: ConditionsDraft;
  /** Uses whose conditions differ from the common ones. */
  own: Readonly<Partial<Record<Use, ConditionsDraft>>>;
}>;

export const NO_CONDITIONS: ConditionsDraft = {
  research: true,
  commercial: true,
  attribution: false,
  noDistillation: false,
  until: "",
  untilSaved: null,
  buyers: "any",
  allowed: "",
  blocked: "",
};

const eachUse = <T>(of: (use: Use) => T): Record<Use, T> =>
  Object.fromEntries(USES.map((use) => [use, of(use)])) as Record<Use, T>;

/** A draft of saved terms; of none, an editor in which nothing is answered. */
export function draftOf(terms: TermsJson | null, currency: Currency): Draft {
  if (terms === null) {
    const blank: CellDraft = { stance: "unset", price: "" };
    return {
      currency,
      cells: eachUse(() => ({ open: blank, closed: blank })),
      common: NO_CONDITIONS,
      own: {},
    };
  }
  const allowed = USES.filter((use) => WEIGHTS.some((w) => terms.uses[use][w].stance === "allow"));
  const texts = allowed.map((use) => JSON.stringify(terms.uses[use].conditions));
  const most = [...new Set(texts)].sort((a, b) => count(texts, b) - count(texts, a))[0];
  const differing = allowed.filter((use) => JSON.stringify(terms.uses[use].conditions) !== most);
  const first = allowed.find((use) => !differing.includes(use));
  return {
    currency: (terms.currency as Currency | null) ?? currency,
    cells: eachUse((use) => ({
      open: cellDraft(terms.uses[use].open),
      closed: cellDraft(terms.uses[use].closed),
    })),
    common: first === undefined ? NO_CONDITIONS : conditionsDraft(terms.uses[first].conditions),
    own: Object.fromEntries(differing.map((use) => [use, conditionsDraft(terms.uses[use].conditions)])),
  };
}

const count = (texts: readonly string[], text: string): number => texts.filter((t) => t === text).length;

const cellDraft = (cell: CellJson): CellDraft => ({
  stance: cell.stance,
  price: cell.stance === "allow" && cell.floorMicros !== "0" ? priceText(cell.floorMicros) : "",
});

/** Millionths as a decimal people would type: "10000" → "0.01". */
function priceText(micros: string): string {
  const digits = micros.padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, "");
}

/** What was typed as millionths, or null when it is not a price; a decimal comma is taken as one. */
export function priceMicros(text: string): string | null {
  const match = /^(\d{1,6})(?:[.,](\d{0,6}))?$/.exec(text.trim() === "" ? "0" : text.trim());
  if (match === null) return null;
  return (BigInt(match[1] ?? "0") * 1_000_000n + BigInt((match[2] ?? "").padEnd(6, "0"))).toString();
}

function conditionsDraft(conditions: ConditionsJson): ConditionsDraft {
  return {
    research: conditions.purposes.includes("research"),
    commercial: conditions.purposes.includes("commercial"),
    attribution: conditions.attribution,
    noDistillation: conditions.noDistillation,
    until: conditions.until?.slice(0, 10) ?? "",
    untilSaved: conditions.until,
    buyers: conditions.buyersAllowed === null ? "any" : "listed",
    allowed: (conditions.buyersAllowed ?? []).join("\n"),
    blocked: conditions.buyersBlocked.join("\n"),
  };
}

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function untilOf({ until, untilSaved }: ConditionsDraft): string | null {
  if (until === "") return null;
  return untilSaved?.slice(0, 10) === until ? untilSaved : `${until}T23:59:59.999Z`;
}

function conditionsOf(draft: ConditionsDraft): ConditionsJson {
  return {
    purposes: PURPOSES.filter((purpose) => draft[purpose]),
    attribution: draft.attribution,
    noDistillation: draft.noDistillation,
    until: untilOf(draft),
    buyersAllowed: draft.buyers === "any" ? null : linesOf(draft.allowed),
    buyersBlocked: linesOf(draft.blocked),
  };
}

/** The terms a draft stands for. A yes at a price that cannot be read says nothing yet, and never "free"; `faultsOf` keeps it from being saved. */
export function termsOf(draft: Draft): TermsJson {
  return {
    vocabulary: USE_VOCABULARY,
    currency: draft.currency,
    uses: eachUse((use) => ({
      open: cellOf(draft.cells[use].open),
      closed: cellOf(draft.cells[use].closed),
      conditions: conditionsOf(draft.own[use] ?? draft.common),
    })),
  };
}

function cellOf(cell: CellDraft): CellJson {
  if (cell.stance !== "allow") return { stance: cell.stance };
  const floorMicros = priceMicros(cell.price);
  return floorMicros === null ? { stance: "unset" } : { stance: "allow", floorMicros };
}

/** A fault that the person must correct before saving. */
export type DraftFault = "price" | "purpose" | "buyers";

export function faultsOf(draft: Draft): readonly DraftFault[] {
  const prices = USES.flatMap((use) =>
    WEIGHTS.filter(
      (w) => draft.cells[use][w].stance === "allow" && priceMicros(draft.cells[use][w].price) === null,
    ),
  );
  const allowing = USES.filter((use) => WEIGHTS.some((w) => draft.cells[use][w].stance === "allow"));
  const binding = allowing.map((use) => draft.own[use] ?? draft.common);
  return [
    ...(prices.length > 0 ? (["price"] as const) : []),
    ...(binding.some((c) => !c.research && !c.commercial) ? (["purpose"] as const) : []),
    ...(binding.some((c) => c.buyers === "listed" && linesOf(c.allowed).length === 0)
      ? (["buyers"] as const)
      : []),
  ];
}

/** The draft with one answer changed. */
export function withCell(draft: Draft, use: Use, weights: Weights, cell: CellDraft): Draft {
  return { ...draft, cells: { ...draft.cells, [use]: { ...draft.cells[use], [weights]: cell } } };
}
