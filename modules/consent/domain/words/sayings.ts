import { type CellJson, type ConditionsJson, type Terms, type TermsJson, termsToJson } from "../terms";
import { USES, type Use, type Weights } from "../uses";

/** One answer as it really reads: the cell, the currency of its price, and the conditions that bind a yes. */
export type CellSaid = Readonly<{
  cell: CellJson;
  currency: string | null;
  conditions: ConditionsJson | null;
}>;

/** One thing the terms say: these uses are treated alike. Pages make a sentence of it in the reader's language. */
export type Saying = Readonly<{
  uses: readonly Use[];
  open: CellJson;
  closed: CellJson;
  currency: string | null;
  /** Null where nothing is allowed: then there is nothing to bind. */
  conditions: ConditionsJson | null;
}>;

/** What terms say, each once: uses that are treated alike share a saying, in the order of their first use. */
export function sayingsOf(terms: TermsJson): readonly Saying[] {
  const alike = new Map<string, Saying & { uses: Use[] }>();
  for (const use of USES) {
    const { open, closed, conditions } = terms.uses[use];
    const bound = open.stance === "allow" || closed.stance === "allow" ? conditions : null;
    const key = JSON.stringify([open, closed, bound]);
    const known = alike.get(key);
    if (known === undefined)
      alike.set(key, { uses: [use], open, closed, currency: terms.currency, conditions: bound });
    else known.uses.push(use);
  }
  return [...alike.values()];
}

export const NOTHING_SAID: CellSaid = { cell: { stance: "unset" }, currency: null, conditions: null };

/** One cell of terms with what binds it; nothing said where there are no terms. */
export function cellSaid(terms: Terms | null, use: Use, weights: Weights): CellSaid {
  if (terms === null) return NOTHING_SAID;
  const json = termsToJson(terms);
  const cell = json.uses[use][weights];
  if (cell.stance !== "allow") return { cell, currency: null, conditions: null };
  return {
    cell,
    currency: cell.floorMicros === "0" ? null : json.currency,
    conditions: json.uses[use].conditions,
  };
}
