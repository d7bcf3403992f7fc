import { type Check, rerunCheck, sqlCheck } from "@/infra/check";
import { allSealed } from "./repository/allocation";
import { rerunAllocation } from "./run/rerun-allocation";

/** Shares against pools, and sealed shares against the published entry of the books. */
export const allocationChecks: readonly Check[] = [
  sqlCheck({
    name: "shares, fee, retained part and reserve add up to the gross amount",
    of: "finished allocations",
    invariant: 2,
    counted: "SELECT count(*) AS n FROM allocation WHERE state = 'succeeded'",
    faults: `SELECT format('allocation %s: paid %s + left %s + reserve %s + fee %s + retained %s is not %s %s', id, paid_minor, undistributed_minor, reserve_minor, fee_minor,
        retained_minor, gross_minor, currency) AS fault FROM allocation
      WHERE state = 'succeeded' AND (pool_minor + fee_minor + retained_minor <> gross_minor
        OR reserve_minor + distributable_minor <> pool_minor
        OR paid_minor + COALESCE(undistributed_minor, 0) <> distributable_minor) ORDER BY id`,
  }),
  sqlCheck({
    name: "the shares people can look up sum to what is paid",
    of: "published allocations",
    invariant: 2,
    counted: "SELECT count(*) AS n FROM allocation WHERE published_at IS NOT NULL",
    faults: `SELECT format('allocation %s: shares sum to %s, paid is %s', a.id, COALESCE(s.minor, 0), a.paid_minor) AS fault
      FROM allocation a LEFT JOIN (SELECT allocation_id, sum(minor) AS minor FROM allocation_share GROUP BY 1) s ON s.allocation_id = a.id
      WHERE a.published_at IS NOT NULL AND COALESCE(s.minor, 0) <> a.paid_minor ORDER BY a.id`,
  }),
  sqlCheck({
    name: "splits of shared works sum to the part they divide",
    of: "splits",
    counted: "SELECT count(*) AS n FROM allocation_split",
    faults: `SELECT format('allocation %s, work %s: splits sum to %s of %s', allocation_id, work_id, sum(minor), max(work_minor)) AS fault
      FROM allocation_split GROUP BY allocation_id, contributor, work_id HAVING sum(minor) <> max(work_minor) ORDER BY 1`,
  }),
  sqlCheck({
    name: "each posted allocation is on the books once, to the minor unit",
    of: "posted allocations",
    invariant: 2,
    counted: "SELECT count(*) AS n FROM allocation WHERE posted_at IS NOT NULL",
    faults: `SELECT format('allocation %s: %s entries, %s taken from the pool of %s', a.id, count(e.no), COALESCE(sum(t.debit_minor), 0), a.gross_minor) AS fault
      FROM allocation a LEFT JOIN ledger_entry_view e ON e.cause = 'allocation' AND e.cause_id = a.id
          AND NOT EXISTS (SELECT FROM ledger_entry_view r WHERE r.reverses_id = e.id)
        LEFT JOIN ledger_entry_total_view t ON t.entry_no = e.no AND t.account = 'deal_pool'
      WHERE a.posted_at IS NOT NULL GROUP BY a.id, a.gross_minor
      HAVING count(DISTINCT e.no) <> 1 OR COALESCE(sum(t.debit_minor), 0) <> a.gross_minor ORDER BY a.id`,
  }),
  sqlCheck({
    name: "one sealed allocation a deal, and the deal names it",
    of: "sealed allocations",
    counted: "SELECT count(*) AS n FROM allocation WHERE sealed_at IS NOT NULL",
    faults: `SELECT format('allocation %s is sealed, deal %s names %s', a.id, a.deal_id, COALESCE(d.sealed_allocation_id, 'none')) AS fault
      FROM allocation a LEFT JOIN deals_deal_view d ON d.id = a.deal_id
      WHERE a.sealed_at IS NOT NULL AND d.sealed_allocation_id IS DISTINCT FROM a.id ORDER BY a.id`,
  }),
  rerunCheck({
    name: "a rerun reproduces digests and private files",
    of: "sealed allocations run again",
    thing: "allocation",
    newest: allSealed,
    rerun: rerunAllocation,
  }),
];
