import { assert } from "@/kernel/assert";
import type { LayerOf } from "../domain/narrower";
import { type Terms, type TermsJson, termsFromJson } from "../domain/terms";
import { contentsBySeq } from "../repository/freeze-source";

const KEPT_MAX = 50_000;

/** Terms by their short name, read in batches and kept while they fit, so that a million own terms stay in bounds. */
export class Contents {
  private readonly kept = new Map<number, Terms>();

  constructor(private readonly keptMax = KEPT_MAX) {}

  /** Makes sure that all of these are kept; what is not among them may be let go. */
  async fetch(seqs: Iterable<number>): Promise<void> {
    const wanted = [...new Set(seqs)].filter((seq) => seq > 0);
    if (this.kept.size + wanted.length > this.keptMax) this.kept.clear();
    const missing = wanted.filter((seq) => !this.kept.has(seq));
    for (let at = 0; at < missing.length; at += 5_000) {
      for (const { seq, content } of await contentsBySeq(missing.slice(at, at + 5_000)))
        this.kept.set(seq, termsFromJson(content as TermsJson));
    }
  }

  /** The layer of a scope; null when it never had a version (-1). 0 = withdrawn. */
  readonly layer: LayerOf = (scope, termsVersionId, seq) => {
    if (seq < 0) return null;
    if (seq === 0) return { scope, termsVersionId, terms: null };
    const terms = this.kept.get(seq);
    assert(terms !== undefined, `terms content ${seq} was fetched before it is used`);
    return { scope, termsVersionId, terms };
  };
}
