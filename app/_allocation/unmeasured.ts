import type { AllocationWire } from "@/modules/allocation/schema/allocation";

type Weighting = AllocationWire["rules"]["weighting"];

/** The column of a manifest for each field that has one. */
export type Columns = Readonly<Record<string, string | undefined>>;

const READS: Partial<Record<Weighting, "score" | "quality">> = { score_log: "score", quality: "quality" };

/**
 * The field that a weighting reads besides tokens, if the manifest has no column for it. Every item then counts alike in that
 * field, and the split equals the one by tokens. Null: the manifest has the column.
 */
export function unmeasured(weighting: Weighting, columns: Columns): "score" | "quality" | null {
  const field = READS[weighting];
  return field === undefined || columns[field] !== undefined ? null : field;
}
