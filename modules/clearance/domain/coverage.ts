import { sum, sumOf } from "@/kernel/sum";
import type { DealBasis, Weighting } from "@/modules/deals/domain/state/deal";
import { isIncluded, type ReasonTally, type Tally } from "./verdict";

/** What becomes of a row, as a platform asks about it: answers apart from what could not be asked about at all. */
export const COVERAGE_GROUPS = ["cleared", "unset", "refused", "unmatched", "deleted"] as const;
export type CoverageGroup = (typeof COVERAGE_GROUPS)[number];

/** Who could change that a row is left out. */
export const MENDERS = ["contributor", "invitation", "deal", "file", "nobody"] as const;
export type Mender = (typeof MENDERS)[number];

/** What a part of the pool is measured by, from what a clearance keeps of every row. */
export type Measure = "rows" | "tokens" | "contributors";

export type CoveredReason = ReasonTally &
  Readonly<{ group: CoverageGroup; included: boolean; mender: Mender | null; minor: bigint }>;
export type CoveredGroup = GroupTally & Readonly<{ minor: bigint }>;
export type Coverage = Readonly<{
  measure: Measure;
  groups: readonly CoveredGroup[];
  reasons: readonly CoveredReason[];
}>;

/**
 * How far a clearance covers a manifest, with the part of the pool that each group would have if every row were in: what
 * those who are left out forgo, and those who are in share. The parts add up to `poolMinor`, to the smallest unit.
 */
export function coverageOf(
  tallies: readonly ReasonTally[],
  of: Readonly<{ basis: DealBasis; weighting: Weighting; poolMinor: bigint }>,
): Coverage {
  const measure = measureOf(of.weighting);
  const ordered = [...tallies].sort(
    (a, b) => place(a) - place(b) || Number(b.rows - a.rows) || (a.reason < b.reason ? -1 : 1),
  );
  const money = parts(
    of.poolMinor,
    ordered.map((tally) => tally[measure]),
  );
  const reasons = ordered.map((tally, at) => ({
    ...tally,
    group: groupOf(tally),
    included: isIncluded(of.basis, tally.verdict),
    mender: menderOf(tally.reason),
    minor: money[at] ?? 0n,
  }));
  const groups = groupsOf(tallies, of.basis).map((group) => ({
    ...group,
    minor: sumOf(
      reasons.filter((reason) => reason.group === group.group),
      (reason) => reason.minor,
    ),
  }));
  return { measure, groups, reasons };
}

/** Scores and qualities are kept of cleared rows only; for all rows, tokens stand for them. */
function measureOf(weighting: Weighting): Measure {
  switch (weighting) {
    case "per_item":
      return "rows";
    case "equal":
      return "contributors";
    case "per_token":
    case "score_log":
    case "quality":
      return "tokens";
  }
}

export type GroupTally = Tally & Readonly<{ group: CoverageGroup; included: boolean }>;

/** Every accepted row in exactly one group: what a page says of "refused" or "left out" is counted here. */
export function groupsOf(tallies: readonly ReasonTally[], basis: DealBasis): readonly GroupTally[] {
  return COVERAGE_GROUPS.map((group) => {
    const mine = tallies.filter((tally) => groupOf(tally) === group);
    return {
      group,
      included: group === "cleared" || (group === "unset" && isIncluded(basis, "unset")),
      rows: sumOf(mine, (tally) => tally.rows),
      tokens: sumOf(mine, (tally) => tally.tokens),
      contributors: sumOf(mine, (tally) => tally.contributors),
    };
  });
}

function groupOf({ verdict, reason }: ReasonTally): CoverageGroup {
  if (reason === "unmatched") return "unmatched";
  if (reason === "item_deleted" || reason === "item_removed") return "deleted";
  return verdict;
}

const place = (tally: ReasonTally): number => COVERAGE_GROUPS.indexOf(groupOf(tally));

const BY_DEAL = ["weights_closed", "purpose", "attribution", "distillation", "floor_currency", "no_use"];

/** The party that can bring these rows in; null for rows that are in. */
function menderOf(reason: string): Mender | null {
  if (reason === "allowed" || reason === "joined") return null;
  if (reason === "handle_unclaimed") return "invitation";
  if (reason === "unmatched") return "file";
  if (reason === "item_deleted" || reason === "item_removed") return "nobody";
  return BY_DEAL.includes(reason) ? "deal" : "contributor";
}

/** Parts of a whole in proportion, running so that they add up to it exactly. */
function parts(whole: bigint, sizes: readonly bigint[]): bigint[] {
  const all = sum(sizes);
  let before = 0n;
  return sizes.map((size) => {
    const from = all === 0n ? 0n : (whole * before) / all;
    before += size;
    return (all === 0n ? 0n : (whole * before) / all) - from;
  });
}
