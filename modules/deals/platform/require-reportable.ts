import type { Tx } from "@/infra/db/db";
import { eyeKey } from "@/kernel/look-alike";
import { dayOf } from "@/kernel/time";
import type { Deal } from "../domain/state/deal";
import { noticeWindow } from "../domain/state/notice";
import { conflictSentence, conflicts } from "../domain/terms/overlap";
import { reportFaults } from "../domain/terms/report-faults";
import { termsFaults } from "../domain/terms/terms-faults";
import { lockLicencesOf, overlappingDeals } from "../repository/overlap";
import { invalid } from "./revise-terms";

const sameName = (one: string, other: string): boolean => eyeKey(one) === eyeKey(other);

/**
 * Throws DEAL_INCOMPLETE, field by field, unless the terms make sense to somebody who reads them today: before a deal is
 * reported, announced or amended. `deal` carries its notice window once it has one.
 */
export function mustBeReportable(deal: Deal, now: Date): void {
  const noticeEndsOn = dayOf(deal.noticeEndsAt ?? noticeWindow(deal, now).noticeEndsAt);
  const own = termsFaults(deal);
  const faults = own.length > 0 ? own : reportFaults(deal, { today: dayOf(now), noticeEndsOn });
  if (faults.length > 0) throw invalid(faults, "DEAL_INCOMPLETE");
}

/** Throws DEAL_INCOMPLETE when a draft was saved under another fee than the one it would be reported with. */
export function mustPayTheFee(deal: Deal, feeBps: number): void {
  if (deal.operatorFeeBps === feeBps) return;
  const message = `Remit's fee is ${feeBps / 100}% now, and this draft was saved with ${deal.operatorFeeBps / 100}%. Save the draft again to see the split with the new fee, then report it.`;
  throw invalid([{ path: "operatorFeeBps", message }], "DEAL_INCOMPLETE", {
    because: "fee_changed",
    fee: feeBps / 100,
    saved: deal.operatorFeeBps / 100,
  });
}

/**
 * Throws INVALID_INPUT at `exclusive` when the deal conflicts with another one of the platform. Reports and amendments of a
 * platform take a lock, so that two concurrent ones cannot miss each other.
 */
export async function mustNotConflict(tx: Tx, deal: Deal): Promise<void> {
  await lockLicencesOf(tx, deal.platformId);
  const other = (await overlappingDeals(tx, deal)).find((one) => conflicts(deal, one, sameName));
  if (other === undefined) return;
  const faults = [{ path: "exclusive", message: conflictSentence(deal, other) }];
  const facts = { title: other.title, licensee: other.licenseeName, dealId: other.id };
  throw invalid(
    faults,
    "INVALID_INPUT",
    other.exclusive ? { because: "exclusive_before", ...facts } : { because: "licensed_before", ...facts },
  );
}
