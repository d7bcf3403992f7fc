import { type Check, sqlCheck } from "@/infra/check";

/** Deals: what their state promises is there. */
export const dealChecks: readonly Check[] = [
  sqlCheck({
    name: "sealed and later deals name a sealed allocation",
    of: "sealed deals",
    counted:
      "SELECT count(*) AS n FROM deal WHERE state IN ('sealed', 'funded', 'allocated', 'distributed', 'closed')",
    faults: `SELECT format('deal %s is %s without a sealed allocation', d.id, d.state) AS fault FROM deal d
      WHERE state IN ('sealed', 'funded', 'allocated', 'distributed', 'closed')
        AND NOT EXISTS (SELECT FROM allocation a WHERE a.id = d.sealed_allocation_id AND a.sealed_at IS NOT NULL) ORDER BY d.id`,
  }),
  sqlCheck({
    name: "funded deals are on the books with their gross amount",
    of: "funded deals",
    invariant: 2,
    counted:
      "SELECT count(*) AS n FROM deal WHERE funded_at IS NOT NULL AND funded_at < now() - interval '5 minutes'",
    faults: `SELECT format('deal %s: %s funded, %s on the books', d.id, d.gross_minor, COALESCE(sum(t.debit_minor), 0)) AS fault FROM deal d
      LEFT JOIN entry e ON e.cause = 'deal_funding' AND e.cause_id = d.id LEFT JOIN entry_total t ON t.entry_no = e.no AND t.account = 'bank'
      WHERE d.funded_at IS NOT NULL AND d.funded_at < now() - interval '5 minutes'
      GROUP BY d.id, d.gross_minor HAVING COALESCE(sum(t.debit_minor), 0) <> d.gross_minor ORDER BY d.id`,
  }),
  sqlCheck({
    name: "each version up to the present one is kept",
    of: "deals",
    counted: "SELECT count(*) AS n FROM deal",
    faults: `SELECT format('deal %s is at version %s, %s are kept', d.id, d.version, count(v.id)) AS fault FROM deal d
      LEFT JOIN deal_version v ON v.deal_id = d.id GROUP BY d.id, d.version HAVING count(v.id) <> d.version ORDER BY d.id`,
  }),
];
