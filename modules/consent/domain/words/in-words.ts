import type { Currency } from "@/kernel/money";
import { dayOf } from "@/kernel/time";
import { type Cell, type Conditions, saysNothing, type Terms } from "../terms";
import { USE_WORDS, USES, type Use, type Weights } from "../uses";

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** An exact price from millionths of the major unit: 10000n, USD → "0.01 USD". Nothing is rounded. */
export function priceWords(micros: bigint, currency: Currency | null): string {
  const whole = micros / 1_000_000n;
  const fraction = (micros % 1_000_000n)
    .toString()
    .padStart(6, "0")
    .replace(/0{1,4}$/, "");
  return `${whole}.${fraction} ${currency ?? ""}`.trim();
}

/** The conditions that bind, each a short phrase; none when anybody may, for any purpose, for ever. */
export function conditionWords(conditions: Conditions): readonly string[] {
  const { buyersAllowed, buyersBlocked, purposes, attribution, noDistillation, until } = conditions;
  return [
    ...(purposes.length === 1 ? [`for ${purposes[0]} purposes only`] : []),
    ...(buyersAllowed === null ? [] : [`only to ${listWords([...buyersAllowed].sort())}`]),
    ...(buyersBlocked.length === 0 ? [] : [`never to ${listWords([...buyersBlocked].sort())}`]),
    ...(attribution ? ["with attribution"] : []),
    ...(noDistillation ? ["not to be distilled into other models"] : []),
    ...(until === null ? [] : [`until ${dayOf(until)}`]),
  ];
}

/** One cell as an answer: "yes, free", "yes, from 0.01 USD per 1,000 tokens", "no", "not set". */
export function cellWords(cell: Cell, currency: Currency | null): string {
  switch (cell.stance) {
    case "allow":
      return cell.floorMicros === 0n
        ? "yes, free"
        : `yes, from ${priceWords(cell.floorMicros, currency)} per 1,000 tokens`;
    case "deny":
      return "no";
    case "unset":
      return "not set";
  }
}

/** What the terms say, in whole sentences: uses that are treated alike share one. */
export function termsInWords(terms: Terms | null): readonly string[] {
  if (terms === null)
    return [
      "You withdrew these terms. A deal that needs consent leaves you out. A deal on a platform's own terms includes you unless you object.",
    ];
  if (saysNothing(terms))
    return [
      "No terms are set yet. A deal that needs consent leaves you out. A deal on a platform's own terms includes you unless you object.",
    ];
  const alike = new Map<string, Use[]>();
  for (const use of USES) {
    const said = wordsOfUse(terms, use);
    alike.set(said, [...(alike.get(said) ?? []), use]);
  }
  return [...alike].map(([said, uses]) => `${usesWords(uses)}: ${said}.`);
}

/** "Every use" or the names of the uses, the first with a capital letter. */
export function usesWords(uses: readonly Use[]): string {
  if (uses.length === USES.length) return "Every use";
  const names = listWords(uses.map((use) => USE_WORDS[use].name.toLowerCase()));
  return names.charAt(0).toUpperCase() + names.slice(1);
}

function wordsOfUse(terms: Terms, use: Use): string {
  const { open, closed, conditions } = terms.uses[use];
  const openSaid = cellWords(open, terms.currency);
  const closedSaid = cellWords(closed, terms.currency);
  const said = openSaid === closedSaid ? openSaid : `open weights ${openSaid}; closed weights ${closedSaid}`;
  const bound = open.stance === "allow" || closed.stance === "allow" ? conditionWords(conditions) : [];
  return bound.length === 0 ? said : `${said} (${bound.join("; ")})`;
}

/** The effects of saving, in three plain lists: the changes, the people who learn of them, and what is final. */
export type Effects = Readonly<{
  changes: readonly string[];
  told: readonly string[];
  cannotUndo: readonly string[];
}>;

/** `lessThanBefore`: the change takes back or narrows something that was allowed. */
export function effectsInWords(change: Readonly<{ lessThanBefore: boolean; scheduled: boolean }>): Effects {
  return {
    changes: [
      change.scheduled
        ? "Every clearance from the chosen day on uses these terms. Until then nothing changes."
        : "Every clearance from now on uses these terms.",
      "If you objected to a deal or joined it, that answer stays.",
    ],
    told: [
      "No one gets a copy of your terms. The next time a platform clears a manifest, it sees which of your rows are cleared, refused or not set, and why.",
    ],
    cannotUndo: [
      "Sealed deals keep the terms that applied at their clearance, and what was licensed stays licensed.",
      ...(change.lessThanBefore
        ? [
            "A licence can set duties after a withdrawal, such as to stop further training or to delete by a deadline. The buyer owes you these. A model that is already trained does not forget.",
          ]
        : ["You can withdraw a yes at any time, for future deals. Deals sealed before then stay licensed."]),
      "This version stays in your history, so that every clearance can be repeated.",
    ],
  };
}

/** How a cell reads in a comparison, its conditions included. */
export function fullCellWords(terms: Terms | null, use: Use, weights: Weights): string {
  if (terms === null) return "not set";
  const cell = terms.uses[use][weights];
  const bound = cell.stance === "allow" ? conditionWords(terms.uses[use].conditions) : [];
  return [cellWords(cell, terms.currency), ...bound].join("; ");
}
