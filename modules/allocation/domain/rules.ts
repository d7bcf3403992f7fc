import type { DealTerms, Weighting } from "@/modules/deals/domain/state/deal";

/** The rules of a deal that decide who gets how much. */
export type Rules = Readonly<{
  weighting: Weighting;
  contributorShareBps: number;
  operatorFeeBps: number;
  reserveBps: number;
  capBps: number | null;
}>;

export function rulesOf(deal: DealTerms): Rules {
  const { weighting, contributorShareBps, operatorFeeBps, reserveBps, capBps } = deal;
  return { weighting, contributorShareBps, operatorFeeBps, reserveBps, capBps };
}

export function sameRules(a: Rules, b: Rules): boolean {
  return (
    a.weighting === b.weighting &&
    a.contributorShareBps === b.contributorShareBps &&
    a.operatorFeeBps === b.operatorFeeBps &&
    a.reserveBps === b.reserveBps &&
    a.capBps === b.capBps
  );
}
