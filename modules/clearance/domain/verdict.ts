import { sumOf } from "@/kernel/sum";
import { REASONS, type Reason } from "@/modules/consent/domain/evaluate";
import type { DealBasis } from "@/modules/deals/domain/state/deal";

export const VERDICTS = ["cleared", "refused", "unset"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Reasons that clearance itself gives; all others come from the terms that decided. */
export const OWN_REASONS = {
  item_deleted: "The item was deleted where it was published: it is not licensed.",
  item_removed: "The item was removed where it was published: it is not licensed.",
  unmatched: "The row names nobody who could be asked or paid.",
  handle_unclaimed: "Nobody has proved this handle, so nobody has answered for it.",
} as const;
export type OwnReason = keyof typeof OWN_REASONS;

/** Every reason a row can have: those of the terms that decided, and clearance's own. */
export const ROW_REASONS = [
  ...Object.values(REASONS).flat(),
  ...(Object.keys(OWN_REASONS) as OwnReason[]),
] as [RowReason, ...RowReason[]];
export type RowReason = Reason | OwnReason;

export type ItemStatus = "live" | "removed" | "deleted";
export type FrozenDecision = Readonly<{ verdict: Verdict; reason: string; termsVersionId: string | null }>;

/**
 * The verdict on one row: a function of the frozen consent and the row, nothing else. In this order: a deleted or
 * removed item is refused; a row that names nobody is refused; then the answer under narrower terms, then the contributor's
 * decision; nobody's handle is unset.
 */
export function rowVerdict(
  row: Readonly<{ status: ItemStatus; contributor: string | null }>,
  decision: FrozenDecision | null,
  narrower: FrozenDecision | null,
): FrozenDecision {
  const own = (verdict: Verdict, reason: OwnReason) => ({ verdict, reason, termsVersionId: null });
  if (row.status === "deleted") return own("refused", "item_deleted");
  if (row.status === "removed") return own("refused", "item_removed");
  if (row.contributor === null) return own("refused", "unmatched");
  return narrower ?? decision ?? own("unset", "handle_unclaimed");
}

/** Whether rows of this verdict are part of the licence: unset ones only where the platform's terms are the basis. */
export function isIncluded(basis: DealBasis, verdict: Verdict): boolean {
  switch (verdict) {
    case "cleared":
      return true;
    case "refused":
      return false;
    case "unset":
      return basis === "platform_terms";
  }
}

/** The verdicts that are part of the licence under this basis. */
export function includedVerdicts(basis: DealBasis): readonly Verdict[] {
  return VERDICTS.filter((verdict) => isIncluded(basis, verdict));
}

export type Tally = Readonly<{ rows: bigint; tokens: bigint; contributors: bigint }>;
export type ReasonTally = Tally & Readonly<{ verdict: Verdict; reason: string }>;
export type Counts = Readonly<Record<Verdict | "included", Tally>>;

/**
 * Adds reasons up to verdicts. `contributors` of a verdict counts a contributor once per reason they appear under, since
 * rows of one contributor may fall under several.
 */
export function countsOf(reasons: readonly ReasonTally[], basis: DealBasis): Counts {
  const total = (of: (verdict: Verdict) => boolean): Tally => {
    const mine = reasons.filter((reason) => of(reason.verdict));
    return {
      rows: sumOf(mine, (tally) => tally.rows),
      tokens: sumOf(mine, (tally) => tally.tokens),
      contributors: sumOf(mine, (tally) => tally.contributors),
    };
  };
  return {
    cleared: total((verdict) => verdict === "cleared"),
    refused: total((verdict) => verdict === "refused"),
    unset: total((verdict) => verdict === "unset"),
    included: total((verdict) => isIncluded(basis, verdict)),
  };
}
