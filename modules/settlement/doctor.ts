import { type Check, sqlCheck } from "@/infra/check";
import { MISPLACED } from "./repository/handle-money";

/** Where the books say money is, against who owns it now. */
export const settlementChecks: readonly Check[] = [
  sqlCheck({
    name: "money under a handle matches the handle: held while disputed, unclaimed while not proved",
    of: "lines of handles",
    invariant: 6,
    counted: "SELECT count(*) AS n FROM ledger_line_view WHERE starts_with(holder, 'handle:')",
    faults: `SELECT format('%s: %s %s is %s, which is not how the handle stands', holder, minor, currency, account) AS fault
      FROM (${MISPLACED}) m ORDER BY 1`,
  }),
  sqlCheck({
    name: "no money is on hold for an accepted share",
    of: "accepted shares",
    counted: "SELECT count(*) AS n FROM seat_acceptance",
    faults: `SELECT format('author:%s is accepted, yet %s %s is held', s.author_id, -sum(l.minor), l.currency) AS fault
      FROM seat_acceptance s JOIN ledger_line_view l ON l.holder = 'author:' || s.author_id AND l.account = 'held'
      GROUP BY s.author_id, l.currency HAVING sum(l.minor) <> 0 ORDER BY 1`,
  }),
];
