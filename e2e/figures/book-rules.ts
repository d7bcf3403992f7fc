import { type Facts, type Line, sum } from "./facts";
import type { Rule, Rules } from "./rule";

const debit = (lines: readonly Line[]) =>
  sum(
    lines.filter(({ minor }) => minor > 0n),
    ({ minor }) => minor,
  );
const credit = (lines: readonly Line[]) =>
  -sum(
    lines.filter(({ minor }) => minor < 0n),
    ({ minor }) => minor,
  );

/** Which accounts grow by debits: what the operator has, and not what is somebody's. */
const ASSETS = ["bank", "stripe"];
const balance = (account: string, lines: readonly Line[]): bigint =>
  ASSETS.includes(account) ? debit(lines) - credit(lines) : credit(lines) - debit(lines);

const ofAccount = (facts: Facts, account = "", currency = "") =>
  (account === "all" ? facts.lines : facts.by("account", account)).filter(
    (line) => line.currency === currency,
  );
const trial =
  (value: (lines: readonly Line[], account: string) => bigint): Rule =>
  (facts, [account = "", currency]) =>
    value(ofAccount(facts, account, currency), account);

const SIDES = { debit, credit };
const ofEntry = (facts: Facts, id = "") => facts.by("entry", id);
const total =
  (value: (lines: readonly Line[]) => bigint): Rule =>
  (facts, [entry, account, deal, currency]) =>
    value(
      ofEntry(facts, entry).filter(
        (line) => line.account === account && (line.deal ?? "") === deal && line.currency === currency,
      ),
    );
const size = (lines: readonly Line[]) => BigInt(lines.length);

/** "entry.payable.credit:ent_01…": one account of an entry on one side, over all its deals. */
const ACCOUNTS = [
  ...["bank", "stripe", "in_transit", "deal_pool", "payable", "held", "unclaimed", "reserve"],
  ...["operator_fee", "platform_retained"],
];

export const BOOK_RULES: Rules = {
  "trial.debit": trial(debit),
  "trial.credit": trial(credit),
  "trial.balance": trial((lines, account) => balance(account, lines)),
  "trial.lines": trial(size),
  "account.of_deal": (facts, [account = "", deal, currency]) =>
    balance(
      account,
      ofAccount(facts, account, currency).filter((line) => (line.deal ?? "") === deal),
    ),
  "account.change": (facts, [account = "", entry, currency]) =>
    balance(
      account,
      ofAccount(facts, account, currency).filter((line) => line.entry === entry),
    ),
  "account.after": (facts, [account = "", entry, currency]) => {
    const no = ofEntry(facts, entry)[0]?.no ?? 0n;
    return balance(
      account,
      ofAccount(facts, account, currency).filter((line) => line.no <= no),
    );
  },
  "entry.lines": (facts, [id]) => size(ofEntry(facts, id)),
  ...Object.fromEntries(
    ACCOUNTS.flatMap((account) =>
      (["debit", "credit"] as const).map((side): [string, Rule] => [
        `entry.${account}.${side}`,
        (facts, [id]) => SIDES[side](ofEntry(facts, id).filter((line) => line.account === account)),
      ]),
    ),
  ),
  "entry_total.debit": total(debit),
  "entry_total.credit": total(credit),
  "entry_total.lines": total(size),
  "seat.held": (facts, [author, currency]) =>
    -sum(
      ofAccount(facts, "held", currency).filter(({ holder }) => holder === `author:${author}`),
      ({ minor }) => minor,
    ),
};
