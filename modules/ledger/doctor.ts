import { type Check, sqlCheck } from "@/infra/check";

/** The books, asked from the lines up: nothing here trusts a trigger, a total or a cache. */
export const ledgerChecks: readonly Check[] = [
  sqlCheck({
    name: "all lines sum to zero per currency",
    of: "lines",
    invariant: 1,
    counted: "SELECT count(*) AS n FROM line",
    faults: `SELECT format('all lines in %s sum to %s', currency, sum(minor)) AS fault FROM line
      GROUP BY currency HAVING sum(minor) <> 0 ORDER BY currency`,
  }),
  sqlCheck({
    name: "each entry sums to zero and has at least two lines",
    of: "entries",
    invariant: 1,
    counted: "SELECT count(*) AS n FROM entry",
    faults: `SELECT fault FROM (
      SELECT format('the lines of entry %s sum to %s %s', entry_no, sum(minor), currency) AS fault FROM line
        GROUP BY entry_no, currency HAVING sum(minor) <> 0
      UNION ALL SELECT format('entry %s (%s) has fewer than two lines', e.no, e.id) FROM entry e
        LEFT JOIN line l ON l.entry_no = e.no GROUP BY e.no, e.id HAVING count(l.id) < 2) f ORDER BY fault`,
  }),
  sqlCheck({
    name: "each line has its entry and an account of the chart",
    of: "lines",
    counted: "SELECT count(*) AS n FROM line",
    faults: `SELECT format('line %s: %s', l.id, CASE WHEN e.no IS NULL THEN 'no entry ' || l.entry_no ELSE 'no account ' || l.account END) AS fault
      FROM line l LEFT JOIN entry e ON e.no = l.entry_no LEFT JOIN ledger_account a ON a.code = l.account
      WHERE e.no IS NULL OR a.code IS NULL ORDER BY l.id`,
  }),
  sqlCheck({
    name: "totals of entries equal their lines",
    of: "totals",
    counted: "SELECT count(*) AS n FROM entry_total",
    faults: `SELECT format('entry %s, %s, deal %s: the total says %s, the lines %s %s', COALESCE(t.entry_no, l.entry_no),
        COALESCE(t.account, l.account), COALESCE(t.deal_id, l.deal), t.minor, l.minor, COALESCE(t.currency, l.currency)) AS fault
      FROM entry_total t FULL JOIN (SELECT entry_no, account, COALESCE(deal_id, '') AS deal, currency, sum(minor) AS minor,
          COALESCE(sum(minor) FILTER (WHERE minor > 0), 0) AS debit, count(*) AS lines FROM line GROUP BY 1, 2, 3, 4) l
        ON (l.entry_no, l.account, l.deal, l.currency) = (t.entry_no, t.account, t.deal_id, t.currency)
      WHERE (t.minor, t.debit_minor, t.lines) IS DISTINCT FROM (l.minor, l.debit, l.lines) ORDER BY 1`,
  }),
  sqlCheck({
    name: "cached balances equal the lines",
    of: "balances",
    counted: "SELECT count(*) AS n FROM account_balance",
    faults: `SELECT format('%s of deal %s: the cache says %s, the lines %s %s', COALESCE(b.account, l.account), COALESCE(b.deal_id, l.deal),
        COALESCE(b.minor, 0), COALESCE(l.minor, 0), COALESCE(b.currency, l.currency)) AS fault
      FROM account_balance b FULL JOIN (SELECT account, COALESCE(deal_id, '') AS deal, currency, sum(minor) AS minor FROM line GROUP BY 1, 2, 3) l
        ON (l.account, l.deal, l.currency) = (b.account, b.deal_id, b.currency)
      WHERE COALESCE(b.minor, 0) <> COALESCE(l.minor, 0) ORDER BY 1`,
  }),
  sqlCheck({
    name: "money of handles is unclaimed or held, under the handle and nowhere else",
    of: "lines of handles",
    invariant: 6,
    counted: "SELECT count(*) AS n FROM line WHERE starts_with(holder, 'handle:')",
    faults: `SELECT format('line %s: %s on %s', id, holder, account) AS fault FROM line
      WHERE (starts_with(holder, 'handle:') AND account NOT IN ('unclaimed', 'held'))
         OR (account = 'unclaimed' AND NOT starts_with(holder, 'handle:')) ORDER BY id`,
  }),
  sqlCheck({
    name: "money of author seats is held and nowhere else",
    of: "lines of author seats",
    counted: "SELECT count(*) AS n FROM line WHERE starts_with(holder, 'author:')",
    faults: `SELECT format('line %s: %s on %s', id, holder, account) AS fault FROM line
      WHERE starts_with(holder, 'author:') AND account <> 'held' ORDER BY id`,
  }),
  sqlCheck({
    name: "no holder was paid more than the account held",
    of: "holders",
    counted: "SELECT count(DISTINCT holder) AS n FROM line",
    faults: `SELECT format('%s is overdrawn on %s by %s %s', holder, account, sum(minor), currency) AS fault FROM line
      WHERE account IN ('payable', 'held', 'unclaimed', 'in_transit', 'reserve', 'deal_pool')
      GROUP BY holder, account, currency HAVING sum(minor) > 0 ORDER BY 1`,
  }),
  sqlCheck({
    name: "each reversal is the exact opposite of its entry",
    of: "reversals",
    counted: "SELECT count(*) AS n FROM entry WHERE reverses_id IS NOT NULL",
    faults: `SELECT DISTINCT format('entry %s does not mirror entry %s', r.no, e.no) AS fault
      FROM entry r JOIN entry e ON e.id = r.reverses_id CROSS JOIN LATERAL (
        SELECT account, holder, deal_id, currency, sum(minor) AS minor FROM line WHERE entry_no IN (r.no, e.no)
        GROUP BY 1, 2, 3, 4 HAVING sum(minor) <> 0) x ORDER BY 1`,
  }),
];
