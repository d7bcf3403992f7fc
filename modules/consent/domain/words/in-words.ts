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

/** One cell as an answer: "yes, free", "yes, from 0.01 USD per 1,000 tokens", "no", "nothing said". */
export function cellWords(cell: Cell, currency: Currency | null): string {
  switch (cell.stance) {
    case "allow":
      return cell.floorMicros === 0n
        ? "yes, free"
        : `yes, from ${priceWords(cell.floorMicros, currency)} per 1,000 tokens`;
    case "deny":
      return "no";
    case "unset":
      return "nothing said";
  }
}

/** What the terms say, in whole sentences: uses that are treated alike share one. */
export function termsInWords(terms: Terms | null): readonly string[] {
  if (terms === null)
    return [
      "You took these terms back. They say nothing: a deal that needs consent leaves you out, one on a platform's own terms includes you unless you object.",
    ];
  if (saysNothing(terms))
    return [
      "These terms say nothing yet: a deal that needs consent leaves you out, one on a platform's own terms includes you unless you object.",
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

/** What saving does, in three plain lists: what changes, who is told, what it cannot undo. */
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
        ? "Every clearance run from the chosen day on uses these terms; until then nothing changes."
        : "Every clearance run from this moment on uses these terms.",
      "A deal you objected to or joined keeps that answer.",
    ],
    told: [
      "Nobody is sent your terms. At its next run a platform sees which of your rows are cleared, refused or unset, and the reason.",
    ],
    cannotUndo: [
      "Deals sealed before keep the terms as they stood then, and what was licensed under them stays licensed.",
      ...(change.lessThanBefore
        ? [
            "Where a licence says what follows a withdrawal (stop further training, delete by a deadline), the buyer owes that; a model already trained does not forget.",
          ]
        : [
            "You can take a yes back at any time, for what comes after; what is sealed while it stands stays licensed.",
          ]),
      "This version stays in your history for good, so that every run can be repeated.",
    ],
  };
}

/** How a cell reads in a comparison, its conditions included. */
export function fullCellWords(terms: Terms | null, use: Use, weights: Weights): string {
  if (terms === null) return "nothing said";
  const cell = terms.uses[use][weights];
  const bound = cell.stance === "allow" ? conditionWords(terms.uses[use].conditions) : [];
  return [cellWords(cell, terms.currency), ...bound].join("; ");
}
