import { type Check, sqlCheck } from "@/infra/check";

/** Deals: what their state promises is there, and follows from what was done to them. */
export const dealChecks: readonly Check[] = [
  sqlCheck({
    name: "sealed and later deals name a sealed allocation",
    of: "sealed deals",
    counted:
      "SELECT count(*) AS n FROM deal WHERE state IN ('sealed', 'funded', 'allocated', 'distributed', 'closed')",
    faults: `SELECT format('deal %s is %s without a sealed allocation', d.id, d.state) AS fault FROM deal d
      WHERE state IN ('sealed', 'funded', 'allocated', 'distributed', 'closed')
        AND NOT EXISTS (SELECT FROM allocation_allocation_view a WHERE a.id = d.sealed_allocation_id AND a.sealed_at IS NOT NULL) ORDER BY d.id`,
  }),
  sqlCheck({
    name: "the payment of each funded deal is posted with its gross amount",
    of: "funded deals",
    invariant: 2,
    counted:
      "SELECT count(*) AS n FROM deal WHERE funded_at IS NOT NULL AND funded_at < now() - interval '5 minutes'",
    faults: `SELECT format('deal %s: %s funded, %s on the books', d.id, d.gross_minor, COALESCE(sum(t.debit_minor), 0)) AS fault FROM deal d
      LEFT JOIN ledger_entry_view e ON e.cause = 'deal_funding' AND e.cause_id = d.id AND NOT EXISTS (SELECT FROM ledger_entry_view r WHERE r.reverses_id = e.id)
      LEFT JOIN ledger_entry_total_view t ON t.entry_no = e.no AND t.account = 'bank'
      WHERE d.funded_at IS NOT NULL AND d.funded_at < now() - interval '5 minutes'
      GROUP BY d.id, d.gross_minor HAVING COALESCE(sum(t.debit_minor), 0) <> d.gross_minor ORDER BY d.id`,
  }),
  sqlCheck({
    name: "funded deals are posted within an hour",
    of: "deals that are funded and not disputed",
    counted: "SELECT count(*) AS n FROM deal WHERE state = 'funded'",
    faults: `SELECT format('deal %s is funded since %s and not on the books', d.id, s.at) AS fault FROM deal d
      CROSS JOIN LATERAL (SELECT at FROM deal_step WHERE deal_id = d.id ORDER BY seq DESC LIMIT 1) s
      WHERE d.state = 'funded' AND s.at < now() - interval '1 hour' ORDER BY d.id`,
  }),
  sqlCheck({
    name: "each deal stands where its history ends",
    of: "deals",
    counted: "SELECT count(*) AS n FROM deal",
    faults: `SELECT format('deal %s is %s in version %s, its history ends with %s in version %s', d.id, d.state, d.version,
        COALESCE(s.to_state, 'nothing'), s.version) AS fault
      FROM deal d LEFT JOIN LATERAL (SELECT to_state, version FROM deal_step WHERE deal_id = d.id ORDER BY seq DESC LIMIT 1) s ON true
      WHERE (s.to_state, s.version) IS DISTINCT FROM (d.state, d.version) ORDER BY d.id`,
  }),
  sqlCheck({
    name: "each step of a deal starts where the one before ended",
    of: "steps",
    counted: "SELECT count(*) AS n FROM deal_step",
    faults: `SELECT format('step %s of deal %s starts in %s, the one before ended in %s', id, deal_id, COALESCE(from_state, 'nothing'),
        COALESCE(previous, 'nothing')) AS fault
      FROM (SELECT id, deal_id, from_state, lag(to_state) OVER (PARTITION BY deal_id ORDER BY seq) AS previous FROM deal_step) s
      WHERE from_state IS DISTINCT FROM previous ORDER BY deal_id, id`,
  }),
  sqlCheck({
    name: "each deal has every version once, and says what the newest says",
    of: "versions",
    counted: "SELECT count(*) AS n FROM deal_version",
    faults: `SELECT format('deal %s is version %s: %s versions are kept, the newest says %s %s', d.id, d.version, v.kept,
        v.content ->> 'grossMinor', v.content ->> 'currency') AS fault
      FROM deal d LEFT JOIN LATERAL (SELECT count(*) AS kept, (array_agg(content ORDER BY version DESC))[1] AS content
        FROM deal_version WHERE deal_id = d.id) v ON true
      WHERE v.kept <> d.version OR (v.content ->> 'grossMinor', v.content ->> 'currency', v.content ->> 'licenseeName',
          v.content ->> 'contributorShareBps', v.content ->> 'operatorFeeBps', v.content ->> 'reserveBps', v.content ->> 'basis',
          v.content ->> 'weighting', v.content ->> 'weights')
        IS DISTINCT FROM (d.gross_minor::text, d.currency::text, d.licensee_name, d.contributor_share_bps::text,
          d.operator_fee_bps::text, d.reserve_bps::text, d.basis, d.weighting, d.weights) ORDER BY d.id`,
  }),
  sqlCheck({
    name: "no deal was sealed, or cleared for it, before its notice was over",
    of: "sealed deals",
    counted: "SELECT count(*) AS n FROM deal WHERE sealed_at IS NOT NULL",
    faults: `SELECT format('deal %s was sealed at %s as of %s, its notice ends at %s', id, sealed_at, sealed_as_of, notice_ends_at) AS fault
      FROM deal WHERE sealed_at IS NOT NULL AND (notice_ends_at IS NULL OR least(sealed_at, sealed_as_of) < notice_ends_at) ORDER BY id`,
  }),
];
