import { assert } from "@/kernel/assert";
import type { DealChoice, Layer } from "../domain/evaluate";
import type { TermsScope } from "../domain/scope";
import { type Terms, type TermsJson, termsFromJson } from "../domain/terms";
import { contentsBySeq } from "../repository/freeze-source";

const KEPT_MAX = 50_000;

/** Terms by their short name, read in batches and kept while they fit, so that a million own terms stay in bounds. */
export class Contents {
  private readonly kept = new Map<number, Terms>();

  async fetch(seqs: Iterable<number>): Promise<void> {
    const missing = [...new Set(seqs)].filter((seq) => seq > 0 && !this.kept.has(seq));
    if (this.kept.size + missing.length > KEPT_MAX) this.kept.clear();
    for (let at = 0; at < missing.length; at += 5_000) {
      for (const { seq, content } of await contentsBySeq(missing.slice(at, at + 5_000)))
        this.kept.set(seq, termsFromJson(content as TermsJson));
    }
  }

  /** The layer of a scope; null when it never had a version (-1). 0 = withdrawn. */
  layer(scope: TermsScope, termsVersionId: string, seq: number): Layer | null {
    if (seq < 0) return null;
    if (seq === 0) return { scope, termsVersionId, terms: null };
    const terms = this.kept.get(seq);
    assert(terms !== undefined, `terms content ${seq} was fetched before it is used`);
    return { scope, termsVersionId, terms };
  }
}

export function choiceOf(id: string | null, choice: string): DealChoice | null {
  if (id === null || choice === "") return null;
  assert(choice === "object" || choice === "join" || choice === "neutral", `a known choice, not ${choice}`);
  return { id, choice };
}

export const present = (layers: readonly (Layer | null)[]): Layer[] =>
  layers.filter((layer) => layer !== null);
