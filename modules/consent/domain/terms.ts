import { assert } from "@/kernel/assert";
import { type Currency, isCurrency } from "@/kernel/money";
import { PURPOSES, type Purpose, USE_VOCABULARY, USES, type Use, type Weights } from "./uses";

/**
 * What is said about one use for one openness of weights. `floorMicros` is the least price per 1,000 tokens in
 * millionths of the major unit of the terms' currency (0 = free). Unset is a third state and never means allow.
 */
export type Cell =
  | Readonly<{ stance: "allow"; floorMicros: bigint }>
  | Readonly<{ stance: "deny" }>
  | Readonly<{ stance: "unset" }>;

/** What must hold for an allow to clear. Buyers are organisation ids or names; `buyersAllowed` null = anybody. */
export type Conditions = Readonly<{
  buyersAllowed: readonly string[] | null;
  buyersBlocked: readonly string[];
  purposes: readonly Purpose[];
  attribution: boolean;
  noDistillation: boolean;
  until: Date | null;
}>;

export type UseTerms = Readonly<{ open: Cell; closed: Cell; conditions: Conditions }>;

/** One scope's terms: a stance for every use and openness, the conditions of each use, one currency for all floors. */
export type Terms = Readonly<{ currency: Currency | null; uses: Readonly<Record<Use, UseTerms>> }>;

export const NO_CONDITIONS: Conditions = {
  buyersAllowed: null,
  buyersBlocked: [],
  purposes: PURPOSES,
  attribution: false,
  noDistillation: false,
  until: null,
};

export const UNSET: Cell = { stance: "unset" };
export const DENY: Cell = { stance: "deny" };
export const allow = (floorMicros: bigint): Cell => ({ stance: "allow", floorMicros });

/** Terms that say nothing: what a new person's editor starts from. */
export const SILENT_TERMS: Terms = {
  currency: null,
  uses: everyUse(() => ({ open: UNSET, closed: UNSET, conditions: NO_CONDITIONS })),
};

export function everyUse<T>(of: (use: Use) => T): Record<Use, T> {
  return Object.fromEntries(USES.map((use) => [use, of(use)])) as Record<Use, T>;
}

export const cellOf = (terms: Terms, use: Use, weights: Weights): Cell => terms.uses[use][weights];

/** True when the terms take no stance anywhere. Saving such terms is a withdrawal by another name. */
export function saysNothing(terms: Terms): boolean {
  return USES.every(
    (use) => terms.uses[use].open.stance === "unset" && terms.uses[use].closed.stance === "unset",
  );
}

/** True when some allow asks for money, which needs a currency to be in. */
export function asksForMoney(terms: Pick<Terms, "uses">): boolean {
  return USES.some((use) =>
    [terms.uses[use].open, terms.uses[use].closed].some(
      (cell) => cell.stance === "allow" && cell.floorMicros > 0n,
    ),
  );
}

/** The stored and wire form: JSON values only, floors as decimal strings, `until` as an ISO instant. */
export type CellJson =
  | Readonly<{ stance: "allow"; floorMicros: string }>
  | Readonly<{ stance: "deny" }>
  | Readonly<{ stance: "unset" }>;
export type ConditionsJson = Readonly<Omit<Conditions, "until"> & { until: string | null }>;
export type TermsJson = Readonly<{
  vocabulary: typeof USE_VOCABULARY;
  currency: string | null;
  uses: Readonly<Record<Use, Readonly<{ open: CellJson; closed: CellJson; conditions: ConditionsJson }>>>;
}>;

/**
 * The one form of a meaning, so that equal terms have equal digests: lists sorted and without doubles, conditions
 * dropped where nothing is allowed, the currency dropped where nothing is asked for.
 */
export function termsToJson(terms: Terms): TermsJson {
  return {
    vocabulary: USE_VOCABULARY,
    currency: asksForMoney(terms) ? terms.currency : null,
    uses: everyUse((use) => {
      const { open, closed, conditions } = terms.uses[use];
      const kept = open.stance === "allow" || closed.stance === "allow" ? conditions : NO_CONDITIONS;
      return { open: cellToJson(open), closed: cellToJson(closed), conditions: conditionsToJson(kept) };
    }),
  };
}

/** Reads what `termsToJson` (or the zod shape of schema.ts) made. Throws when a price has no currency: a bug, not input. */
export function termsFromJson(json: TermsJson): Terms {
  const uses = everyUse((use) => {
    const { open, closed, conditions } = json.uses[use];
    return {
      open: cellFromJson(open),
      closed: cellFromJson(closed),
      conditions: {
        ...conditions,
        until: conditions.until === null ? null : new Date(conditions.until),
      },
    };
  });
  const currency = json.currency !== null && isCurrency(json.currency) ? json.currency : null;
  assert(currency !== null || !asksForMoney({ uses }), "terms that ask for money name their currency");
  return { currency, uses };
}

const cellToJson = (cell: Cell): CellJson =>
  cell.stance === "allow" ? { stance: "allow", floorMicros: cell.floorMicros.toString() } : cell;

const cellFromJson = (cell: CellJson): Cell =>
  cell.stance === "allow" ? { stance: "allow", floorMicros: BigInt(cell.floorMicros) } : cell;

const bytewise = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

function conditionsToJson(conditions: Conditions): ConditionsJson {
  return {
    buyersAllowed: conditions.buyersAllowed === null ? null : bytewise(conditions.buyersAllowed),
    buyersBlocked: bytewise(conditions.buyersBlocked),
    purposes: PURPOSES.filter((purpose) => conditions.purposes.includes(purpose)),
    attribution: conditions.attribution,
    noDistillation: conditions.noDistillation,
    until: conditions.until === null ? null : conditions.until.toISOString(),
  };
}
