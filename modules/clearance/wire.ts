import type { Counts, Tally } from "./domain/verdict";

/** Counts on the wire: 64-bit numbers as text. */
export function tallyWire(tally: Tally): { rows: string; tokens: string; contributors: string } {
  return {
    rows: String(tally.rows),
    tokens: String(tally.tokens),
    contributors: String(tally.contributors),
  };
}

export function countsWire(counts: Counts) {
  return {
    cleared: tallyWire(counts.cleared),
    refused: tallyWire(counts.refused),
    unset: tallyWire(counts.unset),
    included: tallyWire(counts.included),
  };
}
